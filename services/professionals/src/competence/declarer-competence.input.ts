import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";

@InputType({
  description:
    "Une compétence d'une personne ; redéclarée depuis le même jour, elle remplace la précédente (pour y mettre fin).",
})
export class DeclarerCompetenceInput {
  @Field(() => ID, { description: "La personne." })
  professionnelId!: string;
  @Field(() => String, { description: "La compétence en clair : « spirométrie », « plaies complexes »…" })
  libelle!: string;
  @Field(() => GraphQLIsoDate, { description: "Acquise depuis." })
  depuis!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Valable jusqu'à ce jour compris." })
  jusquA?: string | null;
  @Field(() => String, { description: "Qui déclare." })
  source!: string;
}
