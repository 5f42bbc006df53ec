import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "Les assistants médicaux d'une structure : une ressource pour ses médecins, jamais une cible d'orientation.",
})
export class AssistantsMedicaux {
  @Field(() => Int, { description: "Combien ils sont." })
  nombre!: number;
  @Field(() => Float, { nullable: true, description: "En équivalents temps plein ; nul quand ce n'est pas déclaré." })
  etp!: number | null;
  @Field(() => [String], { description: "Ce qu'ils font : prise des constantes, mise à jour des dossiers…" })
  missions!: string[];
}
