/** What the log keeps of an error: what it is and where it came from, never the values that it quotes. */
export interface ErreurJournalisee {
  readonly type: string;
  readonly message?: string;
  readonly pile?: readonly string[];
  readonly cause?: ErreurJournalisee;
  readonly causes?: readonly ErreurJournalisee[];
  readonly [propriete: string]: unknown;
}

/** What names a place or a kind of failure, and never a person: the only properties that are copied. */
const PROPRIETES = [
  "code",
  "reason",
  "syscall",
  "port",
  "severity",
  "schema",
  "table",
  "column",
  "constraint",
] as const;

const PROFONDEUR = 4;
const LIGNES_DE_PILE = 12;
const MESSAGE_MAXIMUM = 300;

/** The `err` of every log line. PostgreSQL's own messages are left out: they quote rows. */
export function erreurJournalisee(error: unknown, profondeur = PROFONDEUR): ErreurJournalisee {
  if (!(error instanceof Error)) return { type: typeof error };
  const proprietes = Object.fromEntries(
    PROPRIETES.flatMap((nom) => {
      const valeur: unknown = nom in error ? (error as unknown as Record<string, unknown>)[nom] : undefined;
      return typeof valeur === "string" || typeof valeur === "number" ? [[nom, valeur]] : [];
    }),
  );
  return {
    type: error.name,
    ...(estDePostgresql(error) ? {} : { message: sansValeurs(error.message) }),
    ...proprietes,
    pile: pileDe(error),
    ...(error.cause === undefined || profondeur === 0 ? {} : { cause: erreurJournalisee(error.cause, profondeur - 1) }),
    ...(error instanceof AggregateError && profondeur > 0
      ? { causes: error.errors.map((cause) => erreurJournalisee(cause, profondeur - 1)) }
      : {}),
  };
}

/** pg's DatabaseError is known by its SQLSTATE beside a severity, whichever copy of the driver made it. */
const estDePostgresql = (error: Error): boolean => "severity" in error && "routine" in error;

const CITATIONS = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|`[^`]*`?|«[^»]*»?/g;
const NOMBRES = /\d[\d .-]{4,}\d/g;

/** A message without what it quotes: the word stands where it was made, the value never does. */
const sansValeurs = (message: string): string =>
  message.slice(0, MESSAGE_MAXIMUM).replace(CITATIONS, "…").replace(NOMBRES, "…");

/** The frames alone: a stack begins with the message. */
const pileDe = ({ stack = "" }: Error): string[] =>
  stack
    .split("\n")
    .filter((ligne) => /^\s+at /.test(ligne))
    .slice(0, LIGNES_DE_PILE)
    .map((ligne) => ligne.trim());
