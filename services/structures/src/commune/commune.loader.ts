import type { Sql } from "@coordination/database";
import { chargeurUnique } from "../chargement.ts";
import { findDepartements } from "../departement/departement.repository.ts";
import { findRegions } from "../region/region.repository.ts";
import { findCommunes } from "./commune.repository.ts";

/** Places, asked once for all in a request. */
export const createCommuneLoaders = (sql: Sql) => ({
  communeByCode: chargeurUnique(
    (codes) => findCommunes(sql, codes),
    ({ codeInsee }) => codeInsee,
  ),
  departementByCode: chargeurUnique(
    (codes) => findDepartements(sql, codes),
    ({ code }) => code,
  ),
  regionByCode: chargeurUnique(
    (codes) => findRegions(sql, codes),
    ({ code }) => code,
  ),
});
