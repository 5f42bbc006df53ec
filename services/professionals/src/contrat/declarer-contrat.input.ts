import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";
import { CodeContrat } from "./contrat.type.ts";

@InputType({
  description: "Un contrat d'aide d'une personne ; redéclaré depuis le même jour, il remplace le précédent.",
})
export class DeclarerContratInput {
  @Field(() => ID, { description: "La personne." })
  professionnelId!: string;
  @Field(() => CodeContrat, { description: "Le contrat." })
  code!: CodeContrat;
  @Field(() => GraphQLIsoDate, { description: "Depuis." })
  depuis!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Jusqu'à ce jour compris." })
  jusquA?: string | null;
  @Field(() => String, { nullable: true, description: "Zone où il demande d'exercer." })
  zoneExigee?: string | null;
  @Field(() => String, { description: "Qui déclare." })
  source!: string;
}
