import type { Sql } from "@coordination/database";
import { findFichesPubliees } from "./catalogue.repository.ts";
import { assemblerCatalogue, type Catalogue } from "./catalogue.ts";

/** The whole catalogue, read at most once per request: it is small, and every question needs most of it. */
export const createCatalogueLoader = (sql: Sql) => {
  let lu: Promise<Catalogue> | undefined;
  return {
    catalogue: (): Promise<Catalogue> => {
      lu ??= findFichesPubliees(sql).then(assemblerCatalogue);
      return lu;
    },
  };
};
