import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { GraphQLInstant } from "./scalars.ts";

export const StatutSignalement = { RECU: "RECU", TRANSMIS: "TRANSMIS", CORRIGE: "CORRIGE", REJETE: "REJETE" } as const;
export type StatutSignalement = keyof typeof StatutSignalement;
registerEnumType(StatutSignalement, {
  name: "StatutSignalement",
  description: "Où en est un signalement : reçu, transmis à la source, corrigé ou rejeté.",
});

@ObjectType({ description: "Une donnée signalée fausse, et la réponse qui lui est faite." })
@Directive("@shareable")
export class Signalement {
  @Field(() => ID, { description: "Numéro de suivi ; qui le connaît peut lire la réponse." })
  numero!: string;
  @Field(() => GraphQLInstant, { description: "Quand il a été reçu." })
  recuLe!: string;
  @Field(() => StatutSignalement, { description: "Où il en est." })
  statut!: StatutSignalement;
  @Field(() => String, { nullable: true, description: "La réponse ; nulle tant que personne n'a répondu." })
  reponse!: string | null;
}
