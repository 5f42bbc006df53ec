import { Field, ObjectType } from "type-graphql";
import { NatureSite } from "../enums.type.ts";

@ObjectType({ description: "Un des lieux d'une structure." })
export class Site {
  @Field(() => NatureSite, { description: "Site principal, antenne ou site secondaire." })
  nature!: NatureSite;
  @Field(() => String, { nullable: true, description: "Nom du lieu." })
  nom!: string | null;

  // Read by the field resolvers.
  lignes!: string[];
  codeInsee!: string;
}
