import type { Database } from "@coordination/database";
import {
  type Annuaire,
  type AppelInterne,
  type CreateContexte,
  jourEnFrance,
  type MoyensDuService,
} from "@coordination/server-kit";
import { createLoaders, type Loaders } from "./loaders.ts";
import { createMemoireDesNoms, type MemoireDesNoms } from "./recherche/memoire-des-noms.ts";

/** What one request carries. The clock is read once, here. */
export interface Contexte {
  readonly sql: Database;
  readonly loaders: Loaders;
  readonly memoireDesNoms: MemoireDesNoms;
  /** Who asks: most of the directory is the same for all, but boxes, some contacts and contracts are not. */
  readonly appel: AppelInterne;
  /** How an action asks the other services. */
  readonly annuaire: Annuaire;
  readonly maintenant: Date;
  /** The civil day in France, AAAA-MM-JJ. */
  readonly aujourdhui: string;
}

/** Makes the context of each request. */
export function createContexte({ database, annuaire, maintenant }: MoyensDuService): CreateContexte<Contexte> {
  const memoireDesNoms = createMemoireDesNoms();
  return (appel) => {
    const instant = maintenant();
    const aujourdhui = jourEnFrance(instant);
    let loaders: Loaders | undefined;
    return {
      sql: database,
      memoireDesNoms,
      appel,
      annuaire,
      maintenant: instant,
      aujourdhui,
      // Most searches need none.
      get loaders() {
        loaders ??= createLoaders({ sql: database, aujourdhui, maintenant: instant });
        return loaders;
      },
    };
  };
}
