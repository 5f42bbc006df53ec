import { GraphQLIsoDate } from "@coordination/vocabulaire";
import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "Une activité en un lieu : c'est elle que l'on oriente, pas seulement la personne." })
@Directive('@key(fields: "id")')
export class SituationExercice {
  @Field(() => ID, { description: "Identifiant stable : une adresse ou un téléphone corrigés ne le changent pas." })
  id!: string;
  @Field(() => String, { nullable: true, description: "Raison sociale du lieu, telle que la source l'écrit." })
  raisonSociale!: string | null;
  @Field(() => Boolean, {
    description: "Faux pour une activité qui ne reçoit pas de patients : coordination, administration.",
  })
  soignante!: boolean;
  @Field(() => Boolean, {
    description:
      "Faux tant que la personne n'a pas confirmé un lieu que la structure qui l'accueillerait a déclaré : il n'est alors proposé nulle part.",
  })
  confirmee!: boolean;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Premier jour d'une activité déclarée ; nul quand la source ne le dit pas.",
  })
  depuis!: string | null;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Dernier jour compris d'une activité déclarée ; nul quand elle dure, ou que la source ne le dit pas.",
  })
  jusquA!: string | null;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Jour où la source a cessé de citer cette activité ; nul tant qu'elle la cite.",
  })
  fermeLe!: string | null;
}
