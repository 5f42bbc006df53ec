import { GraphQLCodeInsee, TypeStructure } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Ce que les structures cherchées ont en commun ; chaque champ restreint." })
export class StructureFiltre {
  @Field(() => [TypeStructure], { nullable: true, description: "L'un de ces types." })
  types?: TypeStructure[] | null;
  @Field(() => [ID], { nullable: true, description: "L'une de ces catégories FINESS (TRE_R66)." })
  categories?: string[] | null;
  @Field(() => [GraphQLCodeInsee], {
    nullable: true,
    description: "Dans l'une de ces communes ; Paris, Lyon et Marseille comprennent leurs arrondissements.",
  })
  codesInsee?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Dans l'un de ces départements." })
  departements?: string[] | null;
  @Field(() => ID, { nullable: true, description: "Dans le territoire, aujourd'hui, de cette CPTS ou de ce DAC." })
  territoireDe?: string | null;
}
