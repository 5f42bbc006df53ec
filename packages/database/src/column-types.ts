import pg from "pg";

const { builtins } = pg.types;

/** Array types have no name in pg: these are their object identifiers in every PostgreSQL. */
const ARRAY_OF = { int8: 1016, numeric: 1231, date: 1182, timestamptz: 1185, text: 1009 };

/** pg's typings list no array type, though it parses them. */
type KnownType = Parameters<typeof pg.types.getTypeParser>[0];

/** A bigint as a number. @throws RangeError rather than lose a digit in silence. */
function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 hors de portée d'un nombre JavaScript : ${text}`);
  return value;
}

/** PostgreSQL's "2026-11-22 09:30:00.123456+00" as ISO 8601; microseconds are kept, so that a keyset cursor loses nothing. */
function isoTimestamp(text: string): string {
  return text
    .replace(" ", "T")
    .replace(/\+00$/, "Z")
    .replace(/([+-]\d\d)$/, "$1:00");
}

type Parse = (text: string) => unknown;

const asText: Parse = (text) => text;
const parseTextArray: (text: string) => (string | null)[] = pg.types.getTypeParser(ARRAY_OF.text as KnownType);
const eachOf =
  (parse: Parse): Parse =>
  (text) =>
    parseTextArray(text).map((item) => (item === null ? null : parse(item)));

const parsers = new Map<number, Parse>([
  [builtins.INT8, exactInteger],
  [builtins.NUMERIC, Number],
  [builtins.DATE, asText],
  [builtins.TIMESTAMPTZ, isoTimestamp],
  [ARRAY_OF.int8, eachOf(exactInteger)],
  [ARRAY_OF.numeric, eachOf(Number)],
  [ARRAY_OF.date, eachOf(asText)],
  [ARRAY_OF.timestamptz, eachOf(isoTimestamp)],
]);

/** How columns become JavaScript values (see `Sql`), for pg's `types` option. */
export function columnTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  for (const [type, parse] of parsers) types.setTypeParser(type, parse);
  return types;
}

/** An instant inside a JSON that PostgreSQL writes, in SQL: the same text as when it is a column of its own. */
export const instantInJson = (column: string): string => `(to_json(${column} at time zone 'UTC') #>> '{}') || 'Z'`;
