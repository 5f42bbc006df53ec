import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";
import { CategorieMembre, DegreEngagement } from "../enums.type.ts";

@InputType({ description: "Une adhésion volontaire : un professionnel ou une structure, l'un des deux." })
export class AdhererInput {
  @Field(() => ID, { description: "La CPTS, la MSP, l'ESP ou le GHT." })
  groupementId!: string;
  @Field(() => ID, { nullable: true, description: "Le professionnel qui adhère." })
  professionnelId?: string | null;
  @Field(() => ID, { nullable: true, description: "La structure qui adhère." })
  structureId?: string | null;
  @Field(() => CategorieMembre, { nullable: true, description: "À quel titre." })
  categorie?: CategorieMembre | null;
  @Field(() => DegreEngagement, { nullable: true, description: "Degré d'engagement." })
  degre?: DegreEngagement | null;
  @Field(() => String, { nullable: true, description: "Rôle dans le groupement, en clair." })
  role?: string | null;
  @Field(() => GraphQLIsoDate, { description: "Premier jour." })
  depuis!: string;
}
