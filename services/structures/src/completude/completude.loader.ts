import type { Sql } from "@coordination/database";
import { chargeurUnique } from "../chargement.ts";
import { findFaitsRenseignes } from "./completude.repository.ts";

/** What is filled in, asked once for all in a request. */
export const createCompletudeLoaders = (sql: Sql, aujourdhui: string) => ({
  faitsByStructure: chargeurUnique(
    (ids) => findFaitsRenseignes(sql, ids, aujourdhui),
    ({ structureId }) => structureId,
  ),
});
