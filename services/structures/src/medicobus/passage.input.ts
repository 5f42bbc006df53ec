import { GraphQLCodeInsee, GraphQLInstant } from "@coordination/vocabulaire";
import { Field, InputType } from "type-graphql";

@InputType({ description: "Un passage prévu dans une commune." })
export class PassageInput {
  @Field(() => GraphQLInstant, { description: "Début, à venir." })
  debut!: Date;
  @Field(() => GraphQLInstant, { description: "Fin." })
  fin!: Date;
  @Field(() => GraphQLCodeInsee, { description: "La commune." })
  codeInsee!: string;
  @Field(() => String, { description: "Où, dans la commune." })
  lieu!: string;
}
