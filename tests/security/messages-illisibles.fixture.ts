import { HOST, JSON_ } from "./http.fixture.ts";

/** Bodies of a POST in JSON that are not a question, or that hide something: each with its name. */
export const CORPS_ILLISIBLES: readonly (readonly [string, string])[] = [
  ["vide", ""],
  ["coupé", '{"query":'],
  ["null", "null"],
  ["un nombre", "1"],
  ["un texte", '"{ __typename }"'],
  ["des variables en liste", '{"query":"{ __typename }","variables":[1]}'],
  ["une opération qui n'est pas un texte", '{"query":{"kind":"Document"}}'],
  ["une clé __proto__", '{"__proto__":{"query":"{ __typename }"},"query":"{ __typename }"}'],
  ["une variable __proto__", '{"query":"query ($a: Int) { __typename }","variables":{"__proto__":{"a":1}}}'],
  ["une clé __proto__ échappée", '{"query":"{ __typename }","variables":{"\\u005f_proto__":{"a":1}}}'],
  ["constructor.prototype", '{"query":"{ __typename }","variables":{"constructor":{"prototype":{"a":1}}}}'],
  ["un NUL dans une variable", '{"query":"{ __typename }","variables":{"a":["\\u0000"]}}'],
  ["un NUL dans le document", '{"query":"{ communes(recherche: \\"\\\\u0000\\") { nom } }"}'],
  ["un NUL dans le document, autrement", '{"query":"{ communes(recherche: \\"\\\\u{0}\\") { nom } }"}'],
  ["une moitié de paire", '{"query":"{ __typename }","variables":{"a":"\\ud83d"}}'],
  ["une moitié de paire dans une clé", '{"query":"{ __typename }","variables":{"\\ude00":1}}'],
  [
    "un NUL sous dix mille listes",
    `{"query":"{ __typename }","variables":{"a":${"[".repeat(10_000)}"\\u0000"${"]".repeat(10_000)}}}`,
  ],
];

/** Headers of a POST that can be read in two ways, or in none: each list with its name. */
export const ENTETES_ILLISIBLES: readonly (readonly [string, readonly string[]])[] = [
  ["deux jetons", [HOST, JSON_, "Authorization: Bearer a", "Authorization: Bearer b"]],
  ["deux types", [HOST, JSON_, "Content-Type: text/plain"]],
  ["deux hôtes", [HOST, "Host: ailleurs", JSON_]],
  ["aucun hôte", [JSON_]],
  ["deux longueurs", [HOST, JSON_, "Content-Length: 3"]],
  ["une longueur et des morceaux", [HOST, JSON_, "Transfer-Encoding: chunked"]],
  ["un codage de transfert inconnu", [HOST, JSON_, "Transfer-Encoding: xchunked"]],
  ["un NUL dans un en-tête", [HOST, JSON_, "X-Nul: a\0b"]],
];
