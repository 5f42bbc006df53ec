import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "Un code d'une nomenclature, et ce qu'il comprend." })
export class ValeurDeNomenclature {
  @Field(() => ID, { description: "Le code, tel que les filtres l'attendent." })
  code!: string;
  @Field(() => String, { description: "Libellé à afficher." })
  libelle!: string;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Jour à partir duquel il n'est plus donné ; nul quand il l'est.",
  })
  finLe!: string | null;
  @Field(() => [ID], {
    description:
      "Les codes qu'un filtre sur celui-ci trouve à sa place : une famille, un agrégat ; vide quand c'est lui seul.",
  })
  comprend!: readonly string[];
}

@ObjectType({
  description: "Une liste de codes que l'annuaire lit et montre : d'où elle vient, et dans quelle version.",
})
export class Nomenclature {
  @Field(() => ID, { description: "Son nom court : TRE_R66, FINESS_AGREGAT…" })
  code!: string;
  @Field(() => String, { description: "Ce qu'elle nomme." })
  nom!: string;
  @Field(() => String, { description: "Adresse ou nom du système de codes." })
  systeme!: string;
  @Field(() => String, { description: "La version qui est chargée." })
  version!: string;
  @Field(() => Boolean, { description: "Vrai quand ce n'est qu'un extrait : un code qui n'y est pas peut exister." })
  extrait!: boolean;
  @Field(() => String, { description: "D'où elle vient." })
  source!: string;
  @Field(() => String, { description: "Sous quelle licence." })
  licence!: string;
}
