import { PageInfo } from "@coordination/vocabulaire";
import { Field, Float, ObjectType } from "type-graphql";
import type { LigneProfessionnel } from "../professionnel/professionnel.repository.ts";
import { Professionnel } from "../professionnel/professionnel.type.ts";
import type { LigneSituation } from "../situation/situation.repository.ts";
import { SituationExercice } from "../situation/situation.type.ts";
import type { Compte } from "./recherche.repository.ts";

@ObjectType({ description: "Une personne trouvée ; l'activité est celle qui répond le mieux à la recherche." })
export class ProfessionnelEdge {
  @Field(() => String, { description: "À passer dans `after` pour continuer après cette personne." })
  cursor!: string;
  @Field(() => Professionnel, { description: "La personne." })
  node!: LigneProfessionnel;
  @Field(() => SituationExercice, {
    nullable: true,
    description: "L'activité qui répond le mieux à la recherche.",
  })
  situation!: LigneSituation | null;
  @Field(() => Float, { nullable: true, description: "Distance à vol d'oiseau ; nulle sans proximité demandée." })
  distanceKm!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "Ressemblance du nom : 1 quand il est entier, moins pour une partie, des débuts de mots ou une faute ; nulle sans recherche par nom.",
  })
  score!: number | null;
}

@ObjectType({
  description: "Une personne n'apparaît qu'une fois ; l'arête porte la situation qui répond le mieux à la recherche.",
})
export class ProfessionnelConnection {
  /** Counts once, and only when a total or the facets are asked. */
  compter!: () => Promise<Compte>;
  @Field(() => [ProfessionnelEdge], { description: "Les personnes de cette page." })
  edges!: ProfessionnelEdge[];
  @Field(() => PageInfo, { description: "Où l'on est dans la liste." })
  pageInfo!: PageInfo;
}
