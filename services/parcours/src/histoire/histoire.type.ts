import { GraphQLInstant, PageInfo } from "@coordination/vocabulaire";
import { Field, ID, ObjectType } from "type-graphql";
import { ActeurDuParcours } from "../dossier/dossier.type.ts";

@ObjectType({ description: "Ce qui est arrivé dans un dossier." })
export class EvenementParcours {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => String, { description: "L'action." })
  type!: string;
  @Field(() => GraphQLInstant, { description: "Quand." })
  le!: string;
  @Field(() => ActeurDuParcours, { description: "Qui." })
  acteur!: ActeurDuParcours;
  @Field(() => String, { description: "En une phrase, sans rien qui nomme." })
  resume!: string;
}

@ObjectType({ description: "Un événement d'une liste." })
export class EvenementEdge {
  @Field(() => String, { description: "À passer dans `after` pour continuer après cet événement." })
  cursor!: string;
  @Field(() => EvenementParcours, { description: "L'événement." })
  node!: EvenementParcours;
}

@ObjectType({ description: "Une page d'événements, du premier au dernier." })
export class EvenementConnection {
  @Field(() => [EvenementEdge], { description: "Les événements de la page." })
  edges!: EvenementEdge[];
  @Field(() => PageInfo, { description: "Où l'on est dans la liste." })
  pageInfo!: PageInfo;
}

@ObjectType({ description: "Ajout seul, chaînée par empreinte : une ligne retirée ou modifiée se voit." })
export class TraceAcces {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => ActeurDuParcours, { description: "Qui a vu." })
  acteur!: ActeurDuParcours;
  @Field(() => String, { description: "Ce qu'il a fait." })
  action!: string;
  @Field(() => String, { description: "De quoi." })
  objet!: string;
  @Field(() => GraphQLInstant, { description: "Quand." })
  le!: string;
  @Field(() => String, { nullable: true, description: "Pourquoi, pour un accès exceptionnel." })
  motif!: string | null;
  @Field(() => Boolean, { description: "Vrai pour un accès exceptionnel." })
  brisDeGlace!: boolean;
}

@ObjectType({ description: "Une trace d'une liste." })
export class TraceAccesEdge {
  @Field(() => String, { description: "À passer dans `after` pour continuer après cette trace." })
  cursor!: string;
  @Field(() => TraceAcces, { description: "La trace." })
  node!: TraceAcces;
}

@ObjectType({ description: "Une page du journal des accès, du premier au dernier." })
export class TraceAccesConnection {
  @Field(() => [TraceAccesEdge], { description: "Les traces de la page." })
  edges!: TraceAccesEdge[];
  @Field(() => PageInfo, { description: "Où l'on est dans la liste." })
  pageInfo!: PageInfo;
}
