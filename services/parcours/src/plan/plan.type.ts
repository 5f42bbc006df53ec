import { GraphQLInstant, GraphQLIsoDate, Verdict } from "@coordination/vocabulaire";
import { Directive, Field, ID, InputType, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Ce que le plan veut obtenir." })
export class Objectif {
  @Field(() => ID, { description: "Son repère dans le plan." })
  id!: string;
  @Field(() => String, { description: "L'objectif." })
  libelle!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Pour quand." })
  echeance!: string | null;
  @Field(() => Verdict, {
    description: "S'il est atteint ; inconnu tant que l'équipe ne l'a pas dit (`constaterObjectif`).",
  })
  atteint!: Verdict;
}

@ObjectType({ description: "Une action du plan." })
export class ActionPlan {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => ID, { description: "Le repère de l'objectif qu'elle sert." })
  objectif!: string;
  @Field(() => String, { description: "L'action." })
  libelle!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Pour quand." })
  echeance!: string | null;
  /** Its need, read by the resolver. */
  besoinId!: string | null;
  /** Who is to do it, by their membership; absent of the plans written before it could be said. */
  membreId?: string | null;
}

@ObjectType({
  description:
    "Plan personnalisé de coordination en santé (PPCS). Un plan validé ne se réécrit pas : il a une version suivante.",
})
export class Plan {
  @Field(() => Int, { description: "Numéro du plan dans le dossier." })
  version!: number;
  @Field(() => GraphQLInstant, { nullable: true, description: "Quand il a été validé ; nul tant qu'il ne l'est pas." })
  valideLe!: string | null;
  @Field(() => [Objectif], { description: "Ses objectifs." })
  @Directive("@listSize(assumedSize: 5)")
  objectifs!: Objectif[];
  @Field(() => [ActionPlan], { description: "Ses actions." })
  @Directive("@listSize(assumedSize: 10)")
  actions!: ActionPlan[];
}

@InputType({ description: "Un objectif." })
export class ObjectifInput {
  @Field(() => ID, { description: "Un repère choisi par le client, unique dans l'envoi." })
  repere!: string;
  @Field(() => String, { description: "L'objectif." })
  libelle!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Pour quand." })
  echeance?: string | null;
}

@InputType({ description: "Une action ; `objectif` est le `repere` d'un objectif du même envoi." })
export class ActionPlanInput {
  @Field(() => ID, { description: "Le repère de l'objectif qu'elle sert." })
  objectif!: string;
  @Field(() => String, { description: "L'action." })
  libelle!: string;
  @Field(() => ID, {
    nullable: true,
    description: "Qui s'en charge : un membre présent du cercle de soins du dossier.",
  })
  membreId?: string | null;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Pour quand." })
  echeance?: string | null;
  @Field(() => ID, { nullable: true, description: "Le besoin du dossier auquel elle répond." })
  besoinId?: string | null;
}

@InputType({ description: "Un plan." })
export class EtablirPlanInput {
  @Field(() => ID, { description: "Le dossier." })
  parcoursId!: string;
  @Field(() => Int, { description: "Sa version, telle qu'on l'a lue." })
  version!: number;
  @Field(() => [ObjectifInput], { description: "Les objectifs." })
  objectifs!: ObjectifInput[];
  @Field(() => [ActionPlanInput], { description: "Les actions." })
  actions!: ActionPlanInput[];
}
