import { GraphQLInstant } from "@coordination/vocabulaire";
import { Field, ID, InputType, ObjectType } from "type-graphql";

@ObjectType({ description: "Une concertation autour de la personne." })
export class Concertation {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => GraphQLInstant, { description: "Quand." })
  le!: string;
  @Field(() => [String], { description: "Qui y était." })
  participants!: readonly string[];
  @Field(() => String, { description: "Ce qui est décidé." })
  decisions!: string;
}

@InputType({ description: "Une concertation à enregistrer." })
export class EnregistrerConcertationInput {
  @Field(() => ID, { description: "Le dossier." })
  parcoursId!: string;
  @Field(() => GraphQLInstant, { description: "Quand ; jamais dans l'avenir." })
  le!: Date;
  @Field(() => [String], { description: "Qui y était." })
  participants!: string[];
  @Field(() => String, { description: "Ce qui est décidé." })
  decisions!: string;
}
