import type { Sql } from "@coordination/database";
import { type AppelInterne, jourEnFrance, type MoyensDuService } from "@coordination/server-kit";
import { createAdhesionLoaders } from "./adhesion/adhesion.loader.ts";
import { createCommuneLoaders } from "./commune/commune.loader.ts";
import { createDeclarationLoaders } from "./declarations.loader.ts";
import { createStructureLoaders } from "./structure/structure.loader.ts";
import { createTerritoireLoaders } from "./territoire/territoire.loader.ts";

const createLoaders = (sql: Sql, aujourdhui: string) => ({
  ...createCommuneLoaders(sql),
  ...createStructureLoaders(sql, aujourdhui),
  ...createTerritoireLoaders(sql, aujourdhui),
  ...createAdhesionLoaders(sql, aujourdhui),
  ...createDeclarationLoaders(sql),
});

/** What one request carries. Loaders are also caches: one set per request, so that none outlives its reader's rights. */
export interface Contexte {
  readonly sql: Sql;
  /** Civil day in France, read once. */
  readonly aujourdhui: string;
  readonly loaders: ReturnType<typeof createLoaders>;
}

/** Makes the context of each request. */
export const createContexte =
  ({ database, maintenant }: MoyensDuService) =>
  (_appel: AppelInterne): Contexte => {
    const aujourdhui = jourEnFrance(maintenant());
    return { sql: database, aujourdhui, loaders: createLoaders(database, aujourdhui) };
  };
