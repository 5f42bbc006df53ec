import type { Sql } from "@coordination/database";
import { chargeurDeListes } from "../chargement.ts";
import { findHoraires } from "./horaires.repository.ts";

/** Opening hours, asked once for all in a request. */
export const createHorairesLoaders = (sql: Sql) => ({
  horairesByStructure: chargeurDeListes(
    (ids) => findHoraires(sql, ids),
    ({ structureId }) => structureId,
  ),
});
