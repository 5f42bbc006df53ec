import "reflect-metadata";
import type { Service } from "@coordination/server-kit";
import { besoin as migrationBesoin } from "../migrations/2026-11-22-besoin.ts";
import { dacCompetents } from "./annuaire.operations.ts";
import { BesoinResolver, resoudreBesoin } from "./besoin/besoin.resolver.ts";
import { type Contexte, createContexte } from "./contexte.ts";
import { PropositionResolver } from "./proposition/proposition.resolver.ts";

/** The need and its ranking; the complex case comes with the next issue. */
export const parcoursService: Service<Contexte> = {
  name: "parcours",
  migrations: [migrationBesoin],
  definition: {
    name: "parcours",
    resolvers: [BesoinResolver, PropositionResolver],
    references: { Besoin: resoudreBesoin },
  },
  operations: [dacCompetents],
  createContexte,
};

export { BAREME } from "./classement/bareme.ts";
export { projeterCommunes } from "./commune/projeter-communes.ts";
export { pageDesParcours } from "./page.ts";
