/** One step forward of a service's schema. Never changed once released: write the next one. */
export interface Migration {
  /** "AAAA-MM-JJ-sujet", the same as its file; the order of the names is the order of the steps. */
  readonly name: string;
  /** SQL statements, run with the search path on the service's schema, then `extensions`. All or nothing. */
  readonly up: string;
}

/** A service as the database knows it: its name is also its schema's. */
export interface MigratedService {
  readonly name: string;
  readonly migrations: readonly Migration[];
  /** Tables whose rows the service may add and read, never change nor remove. */
  readonly appendOnly?: readonly string[];
}

const DATED_NAME = /^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)+$/;

/** @throws Error when a name is not dated, comes twice or breaks the order. */
export function checkOrder({ name: service, migrations }: MigratedService): void {
  let previous = "";
  for (const { name } of migrations) {
    if (!DATED_NAME.test(name))
      throw new Error(`Migration « ${name} » de ${service} : nom attendu « AAAA-MM-JJ-sujet ».`);
    if (name <= previous)
      throw new Error(`Migration « ${name} » de ${service} : elle doit venir avant « ${previous} ».`);
    previous = name;
  }
}

/** @throws Error when the database is ahead of this program, or when a step was slipped in before an applied one. */
export function checkHistory({ name: service, migrations }: MigratedService, applied: readonly string[]): void {
  for (const [rank, name] of applied.entries()) {
    const expected = migrations[rank]?.name;
    if (expected === name) continue;
    const known = migrations.some((migration) => migration.name === name);
    throw new Error(
      known
        ? `Migrations de ${service} : « ${expected} » a été ajoutée avant « ${name} », déjà appliquée. Donnez-lui une date plus récente.`
        : `Migrations de ${service} : la base a déjà reçu « ${name} », que cette version du programme ne connaît pas.`,
    );
  }
}
