/**
 * What a repository may ask of the database.
 *
 * `text` is plain SQL with `$1`, `$2`…; a JavaScript array is one value (`= any($1)`). A value for a json column is
 * given as `JSON.stringify(…)`. Types that come back: int8 and numeric as number, date as "AAAA-MM-JJ", timestamptz as
 * an ISO 8601 string in UTC with its microseconds ("2026-11-22T09:30:00.123456Z"), json parsed, the others as pg does.
 */
export interface Sql {
  /** @throws DatabaseUnavailable when the server does not answer; pg's DatabaseError when the statement is at fault. */
  query<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Connections that are open, those that nothing uses, and how many callers wait for one. */
export interface PoolState {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** A pool of connections under one service's role. */
export interface Database extends Sql {
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it rejects. Use only `tx` inside. */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
  /** The pool at this moment. */
  state(): PoolState;
  /** Ends the pool after the statements under way. */
  close(): Promise<void>;
}
