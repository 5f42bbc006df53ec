import type { Sql } from "@coordination/database";
import { chargeurUnique } from "../chargement.ts";
import { type AplPubliee, findAplDeCommunes, findAplDeDepartements, findAplDeTerritoires } from "./apl.repository.ts";

const cleDe = ({ cle }: AplPubliee) => cle;

/** Accessibility of places, asked once for all in a request. */
export const createAplLoaders = (sql: Sql) => ({
  aplByCommune: chargeurUnique((codes) => findAplDeCommunes(sql, codes), cleDe),
  aplByDepartement: chargeurUnique((codes) => findAplDeDepartements(sql, codes), cleDe),
  aplByTerritoire: chargeurUnique((ids) => findAplDeTerritoires(sql, ids), cleDe),
});
