import { GraphQLIsoDate, PageInfo } from "@coordination/vocabulaire";
import { createUnionType, Directive, Field, ID, ObjectType } from "type-graphql";
import { CentreDeSante } from "../centre-de-sante/centre-de-sante.type.ts";
import { Cpts } from "../cpts/cpts.type.ts";
import { Dac } from "../dac/dac.type.ts";
import { CategorieMembre, DegreEngagement } from "../enums.type.ts";
import { Esp } from "../esp/esp.type.ts";
import { Medicobus } from "../medicobus/medicobus.type.ts";
import { Msp } from "../msp/msp.type.ts";
import { AutreStructure } from "../structure/autre-structure.type.ts";
import { nomDuTypeConcret } from "../structure/type-concret.ts";

@ObjectType()
@Directive('@key(fields: "id")')
export class Professionnel {
  @Field(() => ID)
  id!: string;
}

const MEMBRES = [Msp, CentreDeSante, Esp, Cpts, Dac, Medicobus, AutreStructure] as const;

export const Membre = createUnionType({
  name: "Membre",
  description: "Qui adhère : un professionnel ou une structure.",
  types: () => [Professionnel, ...MEMBRES] as const,
  resolveType: (membre) => ("type" in membre ? nomDuTypeConcret(membre.type) : "Professionnel"),
});

@ObjectType({
  description:
    "L'adhésion volontaire et datée d'un professionnel ou d'une structure à une CPTS, une MSP, une ESP ou un GHT.",
})
@Directive('@key(fields: "id")')
export class Adhesion {
  @Field(() => ID, { description: "Identifiant de l'adhésion. Opaque pour le client." })
  id!: string;
  @Field(() => CategorieMembre, { nullable: true, description: "À quel titre ; nul quand ce n'est pas déclaré." })
  categorie!: CategorieMembre | null;
  @Field(() => DegreEngagement, { nullable: true, description: "Degré d'engagement ; nul quand il n'est pas déclaré." })
  degre!: DegreEngagement | null;
  @Field(() => String, { nullable: true, description: "Rôle dans le groupement, en clair." })
  role!: string | null;
  @Field(() => GraphQLIsoDate, { description: "Premier jour." })
  depuis!: string;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Dernier jour compris ; nul tant que l'adhésion court." })
  jusquA!: string | null;
  @Field(() => String, { description: "Qui l'a dit." })
  source!: string;

  // Read by the field resolvers.
  groupementId!: string;
  professionnelId!: string | null;
  structureId!: string | null;
}

@ObjectType({ description: "Une adhésion dans une liste." })
export class AdhesionEdge {
  @Field(() => String, { description: "Curseur de cet élément." })
  cursor!: string;
  @Field(() => Adhesion, { description: "L'adhésion." })
  node!: Adhesion;
}

@ObjectType({ description: "Une page d'adhésions, des plus anciennes aux plus récentes." })
export class AdhesionConnection {
  @Field(() => [AdhesionEdge], { description: "Les adhésions de la page." })
  edges!: AdhesionEdge[];
  @Field(() => PageInfo, { description: "Où l'on est dans la liste." })
  pageInfo!: PageInfo;

  // Read by the resolver of totalCount.
  groupementId!: string;
  filtre!: FiltreAdhesions;
}

/** Which memberships of a grouping: in force on that day, of that degree when one is asked. */
export interface FiltreAdhesions {
  readonly le: string;
  readonly degre: DegreEngagement | null;
}
