import type { Sql } from "@coordination/database";
import { chargeurDeListes, chargeurUnique, parArguments } from "../chargement.ts";
import {
  findByCommuneCouverte,
  findCommunesDeTerritoires,
  findTerritoires,
  findTerritoiresById,
} from "./territoire.repository.ts";

/** Who is responsible for which communes, asked once for all in a request. */
export const createTerritoireLoaders = (sql: Sql, aujourdhui: string) => ({
  // CPTS and DAC together: one statement for both, whoever asks.
  couvrantByCommune: parArguments(({ le }: { le: string }) =>
    chargeurDeListes(
      (codes) => findByCommuneCouverte(sql, codes, le),
      ({ communeCouverte }) => communeCouverte,
    ),
  ),
  territoireByStructure: parArguments(({ le }: { le: string }) =>
    chargeurUnique(
      (ids) => findTerritoires(sql, ids, le),
      ({ structureId }) => structureId,
    ),
  ),
  territoireById: chargeurUnique(
    (ids) => findTerritoiresById(sql, ids, aujourdhui),
    ({ id }) => id,
  ),
  codesByTerritoire: chargeurDeListes(
    (ids) => findCommunesDeTerritoires(sql, ids),
    ({ territoireId }) => territoireId,
  ),
});
