import { type ClesDeTri, saisieInvalide } from "@coordination/server-kit";
import type { Valeurs } from "./valeurs.ts";

/** How a list is ordered: by resemblance, then nearest or by name; nearest first; by name; as it changed; or as it comes. */
export type Tri = "SCORE_PUIS_DISTANCE" | "SCORE_PUIS_NOM" | "DISTANCE" | "NOM" | "MODIFICATION" | "ID";

/** What places a row in a list. */
export interface Rang {
  readonly id: string;
  readonly nom: string;
  readonly misAJourLe: string;
  readonly distanceKm: number | null;
  readonly score: number | null;
}

/** The SQL of what places a row, wherever the statement reads it from. */
export interface ExpressionsDeRang {
  readonly id: string;
  readonly nom: string;
  readonly misAJourLe: string;
  readonly distance: string;
  readonly score: string;
}

interface Colonne {
  /** Ascending, and never null where it is used. */
  sql(expressions: ExpressionsDeRang): string;
  readonly type: "double precision" | "text" | "timestamptz";
  valeur(ligne: Rang): string | number | null;
}

const SCORE: Colonne = {
  sql: ({ score }) => `-${score}`,
  type: "double precision",
  valeur: ({ score }) => (score === null ? null : -score),
};
const DISTANCE: Colonne = {
  sql: ({ distance }) => distance,
  type: "double precision",
  valeur: ({ distanceKm }) => distanceKm,
};
const NOM: Colonne = { sql: ({ nom }) => `${nom} collate "fr-x-icu"`, type: "text", valeur: ({ nom }) => nom };
const MODIFICATION: Colonne = {
  sql: ({ misAJourLe }) => misAJourLe,
  type: "timestamptz",
  valeur: ({ misAJourLe }) => misAJourLe,
};
const ID: Colonne = { sql: ({ id }) => id, type: "text", valeur: ({ id }) => id };

const ORDRES: Readonly<Record<Tri, readonly Colonne[]>> = {
  SCORE_PUIS_DISTANCE: [SCORE, DISTANCE, ID],
  SCORE_PUIS_NOM: [SCORE, NOM, ID],
  DISTANCE: [DISTANCE, ID],
  NOM: [NOM, ID],
  MODIFICATION: [MODIFICATION, ID],
  ID: [ID],
};

/** The order when there are too many rows to compare their resemblance: an order that stops early wherever they are. */
export const sansScore = (tri: Tri): Tri => {
  if (tri === "SCORE_PUIS_NOM") return "ID";
  return tri === "SCORE_PUIS_DISTANCE" ? "DISTANCE" : tri;
};

/** The sort values of a found structure, for its cursor. */
export const clesDeTri = (tri: Tri, ligne: Rang): ClesDeTri => ORDRES[tri].map(({ valeur }) => valeur(ligne));

/** The SQL expressions of an order, all ascending. */
export const colonnesDeTri = (tri: Tri, expressions: ExpressionsDeRang): string =>
  ORDRES[tri].map(({ sql }) => sql(expressions)).join(", ");

/** Rows after the cursor, in the order asked. Throws BAD_USER_INPUT when the cursor's values cannot be those of a row. */
export function apresCurseur(tri: Tri, apres: ClesDeTri, expressions: ExpressionsDeRang, valeurs: Valeurs): string {
  const colonnes = ORDRES[tri];
  if (apres.length !== colonnes.length || !colonnes.every(({ type }, rang) => estDuType(type, apres[rang]))) {
    throw curseurInvalide();
  }
  const bornes = colonnes.map(({ type }, rang) => valeurs.ajouter(apres[rang], type));
  return `(${colonnesDeTri(tri, expressions)}) > (${bornes.join(", ")})`;
}

/** The error of a cursor that no page of this search gave. */
export const curseurInvalide = () => saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");

/** True when PostgreSQL reads the value as this type. */
function estDuType(type: Colonne["type"], valeur: ClesDeTri[number] | undefined): boolean {
  if (type === "double precision") return typeof valeur === "number" && Number.isFinite(valeur);
  if (typeof valeur !== "string") return false;
  return type === "text" ? !valeur.includes("\0") : estUnInstant(valeur);
}

/** Up to microseconds, in UTC, as `Sql` gives timestamps. */
function estUnInstant(texte: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(texte)) return false;
  const lu = new Date(`${texte.slice(0, 19)}Z`);
  return !Number.isNaN(lu.getTime()) && lu.toISOString().startsWith(texte.slice(0, 19)) && lu.getUTCFullYear() > 0;
}
