/** What means something in SQL, in its text search or in a pattern. */
export const INJECTIONS = [
  "zzqx' OR '1'='1' --",
  "zzqx'; DROP TABLE structures.structure; --",
  "1) UNION SELECT usename, passwd FROM pg_shadow --",
  "\\'; SELECT pg_sleep(30); --",
  "zzqx%",
  "_zzqx_%",
  "E'\\\\x00' zzqx",
  "zzqx:*",
  "zzqx & | ! <-> ((",
  "!!zzqx",
  "'zzqx':A | a:*",
  '{"$ne": null}',
  "*)(uid=*",
];

/** What means something elsewhere, or has no letter at all. */
export const AUTRES_TEXTES = [
  "%",
  "_",
  "%%%_%%%",
  "\\",
  "$1",
  "$$ || version() || $$",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  "../../etc/passwd",
  "{{7*7}}",
  "\u202e\u200b\ufeff\ufffe",
  "\u0001\u001f\u007f",
  "zzqx🏃🏊",
  "İıſß",
];
const LONGS = [
  "a".repeat(90_000),
  "mai ".repeat(20_000),
  "é".repeat(40_000),
  "%_".repeat(40_000),
  "🏊".repeat(20_000),
  "a\u0301".repeat(25_000),
];
const MOTIFS = ["(a+)+$", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$", "(?=(a+))a*b\\1", "[a-z"].map((motif) =>
  motif.concat("a".repeat(5_000)),
);
/** What takes long to read: by its length, or as a pattern. */
export const TRES_LONGS: readonly string[] = [...LONGS, ...MOTIFS];
