import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type pg from "pg";

/**
 * How many statements a connection may keep: past that it is replaced, so that texts which vary without end (a search
 * writes its conditions as it is asked) cost a connection now and then, never memory.
 */
const STATEMENTS_OF_A_CONNECTION = 200;

/** Texts whose name is remembered: some are thousands of characters long, and hashed at each query otherwise. */
const NAMES_IN_MEMORY = 500;

/** "cached plan must not change result type": a column changed under a statement kept by this connection. */
const STALE_PLAN = "0A000";

/** What a connection keeps from one query to the next. */
export interface PreparedStatements {
  /** The statement as pg sends it: named, so that the server parses and plans it once per connection. */
  configure(client: pg.PoolClient, text: string, values: readonly unknown[]): pg.QueryConfig<unknown[]>;
  /** True when this connection keeps too many statements, to be replaced. */
  isFull(client: pg.PoolClient): boolean;
}

/** Remembers what each connection of a pool was sent. */
export function createPreparedStatements(limit: number = STATEMENTS_OF_A_CONNECTION): PreparedStatements {
  const namesOf = new WeakMap<pg.PoolClient, Set<string>>();
  const nameOfText = new LRUCache<string, string>({
    max: NAMES_IN_MEMORY,
    memoMethod: (text) => hash("sha1", text, "base64url"),
  });
  return {
    configure: (client, text, values) => {
      // Without values, pg sends the text as it is: several statements at once, or one that is not worth keeping.
      if (values.length === 0) return { text };
      const name = nameOfText.memo(text);
      const names = namesOf.get(client) ?? new Set();
      namesOf.set(client, names.add(name));
      return { name, text, values: [...values] };
    },
    isFull: (client) => (namesOf.get(client)?.size ?? 0) >= limit,
  };
}

/** Whether the same statement on another connection would pass. */
export const isStalePlan = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  error.code === STALE_PLAN &&
  // The code alone is any feature that PostgreSQL lacks; its messages may be translated, the name of the source is not.
  "routine" in error &&
  error.routine === "RevalidateCachedQuery";
