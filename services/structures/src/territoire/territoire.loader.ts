import type { Sql } from "@coordination/database";
import { chargeurDeListes, chargeurUnique, parArguments } from "../chargement.ts";
import {
  findByCommuneCouverte,
  findCommunesDeTerritoires,
  findTerritoires,
  findTerritoiresById,
} from "./territoire.repository.ts";

/** Who is responsible for which communes, asked once for all in a request. */
export const createTerritoireLoaders = (sql: Sql, aujourdhui: string) => {
  const couvrant = (type: "CPTS" | "DAC") =>
    parArguments(({ le }: { le: string }) =>
      chargeurDeListes(
        (codes) => findByCommuneCouverte(sql, type, codes, le),
        ({ communeCouverte }) => communeCouverte,
      ),
    );
  return {
    cptsByCommune: couvrant("CPTS"),
    dacByCommune: couvrant("DAC"),
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
  };
};
