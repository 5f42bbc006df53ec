import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "Les communes dont une CPTS ou un DAC a la charge, à une période donnée." })
@Directive('@key(fields: "id")')
export class Territoire {
  @Field(() => ID, { description: "Identifiant du territoire. Opaque pour le client." })
  id!: string;
  @Field(() => GraphQLIsoDate, { description: "Premier jour." })
  depuis!: string;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Dernier jour compris ; nul tant que le territoire est en vigueur.",
  })
  jusquA!: string | null;
  @Field(() => String, {
    description:
      "Qui l'a dit ; commence par « supposé : » quand personne ne l'a déclaré et que le DAC couvre son département.",
  })
  source!: string;

  // Read by the field resolvers.
  structureId!: string;
}
