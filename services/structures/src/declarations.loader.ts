import type { Sql } from "@coordination/database";
import { chargeurDeListes, chargeurUnique, parArguments } from "./chargement.ts";
import { findDeclarationsCpts } from "./cpts/cpts.repository.ts";
import { type FiltrePassages, findDeclarationsMedicobus, findPassages } from "./medicobus/medicobus.repository.ts";

/** What CPTS and médicobus declare of themselves, asked once for all in a request. */
export const createDeclarationLoaders = (sql: Sql) => ({
  cptsByStructure: chargeurUnique(
    (ids) => findDeclarationsCpts(sql, ids),
    ({ structureId }) => structureId,
  ),
  medicobusByStructure: chargeurUnique(
    (ids) => findDeclarationsMedicobus(sql, ids),
    ({ structureId }) => structureId,
  ),
  passagesByMedicobus: parArguments((filtre: FiltrePassages) =>
    chargeurDeListes(
      (ids) => findPassages(sql, ids, filtre),
      ({ medicobusId }) => medicobusId,
    ),
  ),
});
