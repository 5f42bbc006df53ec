import type { Sql } from "@coordination/database";
import {
  type CreateContexte,
  type IdentifiantsOpaques,
  jourEnFrance,
  type MoyensDuService,
} from "@coordination/server-kit";
import { createCatalogueLoader, type MemoireCatalogue } from "./catalogue/catalogue.loader.ts";
import { createEquipeLoaders } from "./equipe/equipe.loader.ts";
import { createContenuLoader } from "./possibilite/contenu.loader.ts";
import { type ContenuPossibilite, createIdentifiantsPossibilite } from "./possibilite/identifiant-possibilite.ts";
import { createLieuLoaders } from "./territoire/lieu.loader.ts";

/** One set per request: a loader is also a cache, and must not outlive its request. */
const createLoaders = (sql: Sql, memoire: MemoireCatalogue, identifiants: IdentifiantsOpaques<ContenuPossibilite>) => ({
  ...createCatalogueLoader(sql, memoire),
  ...createLieuLoaders(sql),
  ...createEquipeLoaders(sql),
  ...createContenuLoader(identifiants),
});

/** What one request carries. The clock is read once, here. */
export interface Contexte {
  readonly loaders: ReturnType<typeof createLoaders>;
  /** The civil day in France, AAAA-MM-JJ. */
  readonly aujourdhui: string;
  readonly identifiants: IdentifiantsOpaques<ContenuPossibilite>;
}

/** The catalogue and its teams are public: no question depends on who asks, so the actor is not kept. */
export function createContexte({ database, secret, maintenant }: MoyensDuService): CreateContexte<Contexte> {
  const identifiants = createIdentifiantsPossibilite(secret);
  const memoire: MemoireCatalogue = { lu: null };
  return () => ({
    loaders: createLoaders(database, memoire, identifiants),
    aujourdhui: jourEnFrance(maintenant()),
    identifiants,
  });
}
