import type { Database, Sql } from "@coordination/database";
import {
  type Annuaire,
  type AppelInterne,
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
  readonly database: Database;
  /** The internal door: how a declaration asks the directory. */
  readonly annuaire: Annuaire;
  /** Who asks: the catalogue and its teams are public, but not everyone may declare. */
  readonly appel: AppelInterne;
  /** The civil day in France, AAAA-MM-JJ. */
  readonly aujourdhui: string;
  readonly identifiants: IdentifiantsOpaques<ContenuPossibilite>;
}

/** Prepares what all requests share, then makes one context per call. */
export function createContexte({ database, secret, annuaire, maintenant }: MoyensDuService): CreateContexte<Contexte> {
  const identifiants = createIdentifiantsPossibilite(secret);
  const memoire: MemoireCatalogue = { lu: null };
  return (appel) => ({
    loaders: createLoaders(database, memoire, identifiants),
    database,
    annuaire,
    appel,
    aujourdhui: jourEnFrance(maintenant()),
    identifiants,
  });
}
