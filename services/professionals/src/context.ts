import type { Database } from "@coordination/database";
import { type CreateContexte, jourEnFrance, type MoyensDuService } from "@coordination/server-kit";
import { createLoaders, type Loaders } from "./loaders.ts";

/** What one request carries. The clock is read once, here. */
export interface Contexte {
  readonly sql: Database;
  readonly loaders: Loaders;
  readonly maintenant: Date;
  /** The civil day in France, AAAA-MM-JJ. */
  readonly aujourdhui: string;
}

/** Public directory: no question of this service depends on who asks, so the actor is not kept. */
export const createContexte =
  ({ database, maintenant }: MoyensDuService): CreateContexte<Contexte> =>
  () => {
    const instant = maintenant();
    const aujourdhui = jourEnFrance(instant);
    return { sql: database, loaders: createLoaders({ sql: database, aujourdhui }), maintenant: instant, aujourdhui };
  };
