import { GraphQLCodeInsee } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";
import { ModeExercice } from "../situation/mode-exercice.ts";

@InputType({ description: "Ce que doit être une même activité de la personne ; une liste vide ne filtre pas." })
export class ProfessionnelFiltre {
  @Field(() => [ID], { nullable: true, description: "Une de ces professions." })
  professions?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Un de ces savoir-faire." })
  savoirFaire?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Toutes ces habilitations, déclarées et en vigueur aujourd'hui." })
  habilitations?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "Médecin généraliste, ou non." })
  medecinGeneraliste?: boolean | null;
  @Field(() => [ModeExercice], { nullable: true, description: "Un de ces modes d'exercice." })
  modes?: ModeExercice[] | null;
  @Field(() => [GraphQLCodeInsee], { nullable: true, description: "Dans une de ces communes." })
  codesInsee?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Dans un de ces départements (« 01 », « 2A », « 974 »)." })
  departements?: string[] | null;
  @Field(() => ID, { nullable: true, description: "Dans cette structure." })
  structureId?: string | null;
}
