import type { Database } from "@coordination/database";
import {
  type Annuaire,
  type AppelInterne,
  type CreateContexte,
  jourEnFrance,
  type MoyensDuService,
} from "@coordination/server-kit";
import { createLoaders, type Loaders } from "./loaders.ts";

/** What one request carries. The clock is read once, here. */
export interface Contexte {
  readonly sql: Database;
  readonly loaders: Loaders;
  /** Who asks: most of the directory is the same for all, but boxes, some contacts and contracts are not. */
  readonly appel: AppelInterne;
  /** How an action asks the other services. */
  readonly annuaire: Annuaire;
  readonly maintenant: Date;
  /** The civil day in France, AAAA-MM-JJ. */
  readonly aujourdhui: string;
}

/** Makes the context of each request. */
export const createContexte =
  ({ database, annuaire, maintenant }: MoyensDuService): CreateContexte<Contexte> =>
  (appel) => {
    const instant = maintenant();
    const aujourdhui = jourEnFrance(instant);
    const loaders = createLoaders({ sql: database, aujourdhui, maintenant: instant });
    return { sql: database, loaders, appel, annuaire, maintenant: instant, aujourdhui };
  };
