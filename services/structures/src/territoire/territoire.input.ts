import { GraphQLCodeInsee, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Les communes dont une CPTS ou un DAC a la charge à partir d'un jour." })
export class DefinirTerritoireInput {
  @Field(() => ID, { description: "La CPTS ou le DAC." })
  structureId!: string;
  @Field(() => [GraphQLCodeInsee], {
    description: "Toutes ses communes, ou des arrondissements de Paris, Lyon, Marseille.",
  })
  codesInsee!: string[];
  @Field(() => GraphQLIsoDate, { description: "Premier jour ; le territoire précédent s'arrête la veille." })
  depuis!: string;
  @Field(() => String, { description: "Qui le dit." })
  source!: string;
}
