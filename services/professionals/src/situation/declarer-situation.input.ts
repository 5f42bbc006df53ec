import { GraphQLCodeInsee, GraphQLIsoDate, ModaliteAccueil } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";
import { NatureSituation } from "./nature-situation.ts";

@InputType({
  description:
    "Un lieu d'exercice de plus ; redéclaré au même endroit et au même titre, il remplace le précédent (pour y mettre fin).",
})
export class DeclarerSituationInput {
  @Field(() => ID, { description: "La personne." })
  professionnelId!: string;
  @Field(() => ID, { nullable: true, description: "La structure qui accueille ; nulle quand ce n'en est pas une." })
  structureId?: string | null;
  @Field(() => GraphQLCodeInsee, { description: "La commune où l'on est reçu." })
  codeInsee!: string;
  @Field(() => NatureSituation, { description: "À quel titre." })
  nature!: NatureSituation;
  @Field(() => [ModaliteAccueil], { description: "Comment l'on y est reçu ; une au moins." })
  modalites!: ModaliteAccueil[];
  @Field(() => GraphQLIsoDate, { description: "Premier jour." })
  depuis!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Dernier jour compris." })
  jusquA?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "L'activité que l'on exerce aussi ici ; nécessaire quand la personne a plusieurs professions ou savoir-faire.",
  })
  situationOrigineId?: string | null;
  @Field(() => String, { description: "Qui déclare." })
  source!: string;
}
