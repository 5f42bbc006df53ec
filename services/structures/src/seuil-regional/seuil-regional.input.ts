import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "Ce qu'une région demande de plus que le minimum national d'une condition." })
export class EnregistrerSeuilRegionalInput {
  @Field(() => ID, { description: "Code INSEE de la région." })
  region!: string;
  @Field(() => ID, { description: "Code de la règle, par exemple `MSP_FINANCEMENT_PERENNE`." })
  regle!: string;
  @Field(() => ID, { description: "Code de la condition, par exemple `DEUX_MEDECINS`." })
  condition!: string;
  @Field(() => Int, { description: "Le nombre demandé, jamais inférieur au minimum national." })
  minimum!: number;
  @Field(() => GraphQLIsoDate, { description: "Premier jour." })
  depuis!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Dernier jour compris ; absent tant qu'il court." })
  jusquA?: string | null;
  @Field(() => String, { description: "Le texte régional qui le dit." })
  source!: string;
}
