import { GraphQLIsoDate, PageInfo } from "@coordination/vocabulaire";
import { Directive, Field, Float, ID, ObjectType } from "type-graphql";
import { Professionnel } from "../professionnel/professionnel.type.ts";
import type { CriteresEquipes } from "./equipe.repository.ts";

@ObjectType({
  description: "Une équipe qui met en œuvre un protocole de coopération.",
})
@Directive('@key(fields: "id")')
export class EquipeProtocole {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => GraphQLIsoDate, { description: "Date de la déclaration." })
  declareeLe!: string;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Dernier jour de l'équipe ; nul tant qu'elle est engagée.",
  })
  finieLe!: string | null;
  codeDelegation!: string;
  structureId!: string;
}

@ObjectType({ description: "Un membre délégué d'une équipe, et sa formation." })
export class MembreDelegue {
  @Field(() => Professionnel, { description: "La personne." })
  professionnel!: Professionnel;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Date de l'attestation de formation ; nulle quand elle n'est pas déclarée.",
  })
  formationAttesteeLe!: string | null;
  @Field(() => String, { nullable: true, description: "Qui a formé." })
  organisme!: string | null;
}

@ObjectType({ description: "Une équipe de protocole et sa distance." })
@Directive("@shareable")
export class EquipeProche {
  @Field(() => EquipeProtocole, { description: "L'équipe." })
  equipe!: EquipeProtocole;
  @Field(() => Float, { description: "Distance en kilomètres, à vol d'oiseau." })
  distanceKm!: number;
}

@ObjectType({ description: "Une équipe dans une liste paginée." })
export class EquipeProtocoleEdge {
  @Field(() => String, { description: "Curseur à passer dans `after`." })
  cursor!: string;
  @Field(() => EquipeProtocole, { description: "L'équipe." })
  node!: EquipeProtocole;
  @Field(() => Float, { nullable: true, description: "Distance en kilomètres, quand un lieu est demandé." })
  distanceKm!: number | null;
}

@ObjectType({ description: "Une page d'équipes." })
export class EquipeProtocoleConnection {
  @Field(() => [EquipeProtocoleEdge], { description: "Les équipes de la page." })
  edges!: EquipeProtocoleEdge[];
  @Field(() => PageInfo, { description: "Où l'on est dans la liste." })
  pageInfo!: PageInfo;
  /** What is counted when the total is asked. */
  criteres!: CriteresEquipes;
}
