import { PageInfo } from "@coordination/vocabulaire";
import { Field, Float, ObjectType } from "type-graphql";
import type { Compte, DemandeDeCompte } from "./compte.repository.ts";
import { Structure } from "./structure.type.ts";

@ObjectType({ description: "Une structure dans une liste." })
export class StructureEdge {
  @Field(() => String, { description: "Curseur de cet élément." })
  cursor!: string;
  @Field(() => Structure, { description: "La structure." })
  node!: Structure;
  @Field(() => Float, { nullable: true, description: "Distance à vol d'oiseau, quand un lieu est demandé." })
  distanceKm!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "Ressemblance avec le texte cherché, de 0 à 1 ; en dessous de 0,5, une faute de frappe a été pardonnée. Nulle sans texte.",
  })
  score!: number | null;
}

@ObjectType({ description: "Une page de structures." })
export class StructureConnection {
  @Field(() => [StructureEdge], { description: "Les structures de la page." })
  edges!: StructureEdge[];
  @Field(() => PageInfo, { description: "Où l'on est dans la liste." })
  pageInfo!: PageInfo;

  // Read by the resolvers of the counts.
  demandeDeCompte!: DemandeDeCompte;
  /** Null when the page did not have to count. */
  compte!: Compte | null;
}
