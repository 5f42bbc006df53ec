import type { Sql } from "@coordination/database";
import { findFichesPubliees, findRevision } from "./catalogue.repository.ts";
import { assemblerCatalogue, type Catalogue } from "./catalogue.ts";

/** The last catalogue that this process read, and its revision: public texts, the same for every reader. */
export interface MemoireCatalogue {
  lu: { readonly revision: number; readonly catalogue: Catalogue } | null;
}

/**
 * The whole catalogue: it is small, and every question needs most of it. A request asks once whether it has changed, and
 * reads it again only then.
 */
export const createCatalogueLoader = (sql: Sql, memoire: MemoireCatalogue) => {
  let catalogue: Promise<Catalogue> | undefined;
  return {
    catalogue: (): Promise<Catalogue> => {
      catalogue ??= lire(sql, memoire);
      return catalogue;
    },
    /** For who has just published: the catalogue as it is now. */
    relireCatalogue: (): Promise<Catalogue> => {
      catalogue = lire(sql, memoire);
      return catalogue;
    },
  };
};

async function lire(sql: Sql, memoire: MemoireCatalogue): Promise<Catalogue> {
  const connu = memoire.lu;
  if (connu !== null && connu.revision === (await findRevision(sql))) return connu.catalogue;
  const { revision, ...fiches } = await findFichesPubliees(sql);
  const catalogue = assemblerCatalogue(fiches);
  memoire.lu = { revision, catalogue };
  return catalogue;
}
