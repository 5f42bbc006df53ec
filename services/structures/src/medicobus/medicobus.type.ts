import { GraphQLInstant } from "@coordination/vocabulaire";
import { Directive, Field, ObjectType } from "type-graphql";
import { Structure } from "../structure/structure.type.ts";

@ObjectType({ implements: Structure, description: "Une offre de soins itinérante, en complément de l'offre fixe." })
@Directive('@key(fields: "id")')
export class Medicobus extends Structure {}

@ObjectType({ description: "Le passage d'un médicobus dans une commune." })
export class Passage {
  @Field(() => GraphQLInstant, { description: "Début." })
  debut!: string;
  @Field(() => GraphQLInstant, { description: "Fin." })
  fin!: string;
  @Field(() => String, { description: "Où, dans la commune." })
  lieu!: string;

  // Read by the field resolver.
  codeInsee!: string;
}
