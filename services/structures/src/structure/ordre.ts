import { type ClesDeTri, saisieInvalide } from "@coordination/server-kit";
import type { Valeurs } from "./valeurs.ts";

/** How a list is ordered: by resemblance, then nearest or by name; nearest first; or by name. */
export type Tri = "SCORE_PUIS_DISTANCE" | "SCORE_PUIS_NOM" | "DISTANCE" | "NOM";

/** What places a row in a list, besides its name and id. */
export type Rang = { distanceKm: number | null; score: number | null };

interface Colonne {
  /** SQL expression over `s` (structure) and `t` (distance, score), ascending and never null where it is used. */
  readonly sql: string;
  readonly type: "double precision" | "text";
  valeur(ligne: { nom: string; id: string } & Rang): string | number | null;
}

const SCORE: Colonne = {
  sql: "-t.score",
  type: "double precision",
  valeur: ({ score }) => (score === null ? null : -score),
};
const DISTANCE: Colonne = { sql: "t.distance", type: "double precision", valeur: ({ distanceKm }) => distanceKm };
const NOM: Colonne = { sql: 's.nom collate "fr-x-icu"', type: "text", valeur: ({ nom }) => nom };
const ID: Colonne = { sql: "s.id", type: "text", valeur: ({ id }) => id };

const ORDRES: Readonly<Record<Tri, readonly Colonne[]>> = {
  SCORE_PUIS_DISTANCE: [SCORE, DISTANCE, ID],
  SCORE_PUIS_NOM: [SCORE, NOM, ID],
  DISTANCE: [DISTANCE, ID],
  NOM: [NOM, ID],
};

/** The sort values of a found structure, for its cursor. */
export const clesDeTri = (tri: Tri, ligne: { readonly nom: string; readonly id: string } & Rang): ClesDeTri =>
  ORDRES[tri].map(({ valeur }) => valeur(ligne));

/** The SQL expressions of an order, all ascending. */
export const colonnesDeTri = (tri: Tri): string[] => ORDRES[tri].map(({ sql }) => sql);

/** Rows after the cursor, in the order asked. Throws BAD_USER_INPUT when the cursor has another shape. */
export function apresCurseur(tri: Tri, apres: ClesDeTri, valeurs: Valeurs): string {
  const colonnes = ORDRES[tri];
  if (apres.length !== colonnes.length) throw saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");
  const bornes = colonnes.map(({ type }, rang) => valeurs.ajouter(apres[rang], type));
  return `(${colonnesDeTri(tri).join(", ")}) > (${bornes.join(", ")})`;
}
