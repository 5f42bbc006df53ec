import { GraphQLFiness, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "Un dispositif qui a fusionné dans une structure : un ancien nom mène au nouveau." })
export class Predecesseur {
  @Field(() => String, { description: "Son nom." })
  nom!: string;
  @Field(() => String, { description: "Ce qu'il était, en clair : MAIA, PTA, réseau de santé, CTA…" })
  type!: string;
  @Field(() => GraphQLFiness, { nullable: true, description: "Son numéro FINESS, quand il en avait un." })
  finess!: string | null;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Son dernier jour ; nul quand il n'est pas déclaré." })
  jusquAu!: string | null;
}
