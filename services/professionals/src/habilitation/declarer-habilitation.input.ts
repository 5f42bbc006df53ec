import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";

@InputType({
  description:
    "Une habilitation d'une personne ; redéclarée depuis le même jour, elle remplace la précédente (pour y mettre fin).",
})
export class DeclarerHabilitationInput {
  @Field(() => ID, { description: "La personne." })
  professionnelId!: string;
  @Field(() => ID, { description: "Code de l'habilitation, celui que les textes du catalogue exigent." })
  code!: string;
  @Field(() => GraphQLIsoDate, { description: "Valable depuis." })
  depuis!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Valable jusqu'à ce jour compris." })
  jusquA?: string | null;
  @Field(() => String, { nullable: true, description: "Organisme qui l'a délivrée." })
  organisme?: string | null;
  @Field(() => String, { description: "Qui déclare." })
  source!: string;
}
