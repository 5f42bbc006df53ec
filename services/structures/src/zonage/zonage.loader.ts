import type { Sql } from "@coordination/database";
import { chargeurDeListes, parArguments } from "../chargement.ts";
import { findZonages } from "./zonage.repository.ts";

/** Zonings of communes, asked once for all in a request. */
export const createZonageLoaders = (sql: Sql) => ({
  zonagesByCommune: parArguments((filtre: { profession: string | null; le: string }) =>
    chargeurDeListes(
      (codes) => findZonages(sql, codes, filtre),
      ({ codeInsee }) => codeInsee,
    ),
  ),
});
