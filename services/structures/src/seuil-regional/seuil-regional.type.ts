import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Ce qu'une région demande de plus que le minimum national d'une condition." })
export class SeuilRegional {
  @Field(() => ID, { description: "Code INSEE de la région." })
  region!: string;
  @Field(() => ID, { description: "Code de la règle." })
  regle!: string;
  @Field(() => ID, { description: "Code de la condition." })
  condition!: string;
  @Field(() => Int, { description: "Le nombre demandé." })
  minimum!: number;
  @Field(() => GraphQLIsoDate, { description: "Premier jour." })
  depuis!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Dernier jour compris ; nul tant qu'il court." })
  jusquA!: string | null;
  @Field(() => String, { description: "Le texte régional qui le dit." })
  source!: string;
}
