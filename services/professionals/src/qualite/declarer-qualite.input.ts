import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";
import { CodeQualite } from "./qualite.type.ts";

@InputType({
  description:
    "Une qualité d'une personne ; redéclarée depuis le même jour, elle remplace la précédente (pour y mettre fin).",
})
export class DeclarerQualiteInput {
  @Field(() => ID, { description: "La personne." })
  professionnelId!: string;
  @Field(() => CodeQualite, { description: "La qualité." })
  code!: CodeQualite;
  @Field(() => String, { nullable: true, description: "Université, secteur du SAMU, domaine d'expertise…" })
  precision?: string | null;
  @Field(() => GraphQLIsoDate, { description: "Valable depuis." })
  depuis!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Valable jusqu'à ce jour compris." })
  jusquA?: string | null;
  @Field(() => String, { description: "Qui déclare." })
  source!: string;
}
