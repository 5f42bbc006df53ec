import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ObjectType, registerEnumType } from "type-graphql";

export const TypeBal = {
  PERSONNELLE: "PERSONNELLE",
  CABINET: "CABINET",
  ORGANISATIONNELLE: "ORGANISATIONNELLE",
  APPLICATIVE: "APPLICATIVE",
} as const;
export type TypeBal = keyof typeof TypeBal;
registerEnumType(TypeBal, {
  name: "TypeBal",
  description: "Type d'une boîte MSSanté.",
  valuesConfig: {
    PERSONNELLE: { description: "Celle d'une personne, qui peut être absente." },
    CABINET: { description: "Celle d'un cabinet." },
    ORGANISATIONNELLE: { description: "Celle d'une structure ou d'un de ses services." },
    APPLICATIVE: { description: "Celle d'un logiciel." },
  },
});

@ObjectType({ description: "Une boîte de messagerie sécurisée de santé (MSSanté), hors liste rouge." })
export class BoiteAuxLettres {
  @Field(() => String, { description: "Adresse." })
  adresse!: string;
  @Field(() => TypeBal, { description: "À qui elle est." })
  type!: TypeBal;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Date de la source." })
  misAJourLe!: string | null;
}
