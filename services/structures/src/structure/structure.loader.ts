import type { Sql } from "@coordination/database";
import { chargeurUnique, parArguments } from "../chargement.ts";
import { findLabellisations } from "../msp/msp.repository.ts";
import { findProjets } from "../projet-de-sante/projet-de-sante.repository.ts";
import { countStructures, type DemandeDeCompte } from "./compte.repository.ts";
import { findStructures, findStructuresByFiness } from "./structure.repository.ts";

/** Structures and what the agency says of them, asked once for all in a request. */
export const createStructureLoaders = (sql: Sql, aujourdhui: string) => ({
  structureById: chargeurUnique(
    (ids) => findStructures(sql, ids),
    ({ id }) => id,
  ),
  structureByFiness: chargeurUnique(
    (numeros) => findStructuresByFiness(sql, numeros),
    ({ finess }) => finess ?? "",
  ),
  projetByStructure: chargeurUnique(
    (ids) => findProjets(sql, ids, aujourdhui),
    ({ structureId }) => structureId,
  ),
  labellisationByStructure: chargeurUnique(
    (ids) => findLabellisations(sql, ids, aujourdhui),
    ({ structureId }) => structureId,
  ),
  // Two fields of the same page may ask for it: counted once.
  compteDeRecherche: parArguments((demande: DemandeDeCompte) => countStructures(sql, demande)),
});
