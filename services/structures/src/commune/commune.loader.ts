import type { Sql } from "@coordination/database";
import { chargeurDeListes, chargeurUnique } from "../chargement.ts";
import { findDepartements } from "../departement/departement.repository.ts";
import { findRegions } from "../region/region.repository.ts";
import { findAnciennes, findCommunes, findOrigines } from "./commune.repository.ts";

/** Places, asked once for all in a request. */
export const createCommuneLoaders = (sql: Sql) => ({
  communeByCode: chargeurUnique(
    (codes) => findCommunes(sql, codes),
    ({ codeInsee }) => codeInsee,
  ),
  origineByCommune: chargeurUnique(
    (codes) => findOrigines(sql, codes),
    ({ codeInsee }) => codeInsee,
  ),
  ancienneByCode: chargeurUnique(
    (codes) => findAnciennes(sql, "code", codes),
    ({ codeInsee }) => codeInsee,
  ),
  anciennesByCommune: chargeurDeListes(
    (codes) => findAnciennes(sql, "commune", codes),
    ({ commune }) => commune,
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
