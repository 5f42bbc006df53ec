import { Field, Float, InputType } from "type-graphql";
import { GraphQLCodeInsee } from "./identifiants.ts";

@InputType({ description: "Un point (WGS 84)." })
export class PositionInput {
  @Field(() => Float, { description: "Latitude en degrés." })
  latitude!: number;
  @Field(() => Float, { description: "Longitude en degrés." })
  longitude!: number;
}

@InputType({ description: "Autour d'une commune ou d'un point : l'un des deux." })
export class ProximiteInput {
  @Field(() => GraphQLCodeInsee, { nullable: true, description: "Autour du centre de cette commune." })
  codeInsee?: string | null;
  @Field(() => PositionInput, { nullable: true, description: "Autour de ce point." })
  position?: PositionInput | null;
  @Field(() => Float, { defaultValue: 10, description: "Rayon en kilomètres, à vol d'oiseau." })
  rayonKm!: number;
}
