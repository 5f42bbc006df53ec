import { type ClesDeTri, saisieInvalide } from "@coordination/server-kit";
import type { CriteresRecherche } from "./criteres.ts";
import type { LigneTrouvee } from "./ligne-trouvee.ts";
import type { Parametres } from "./parametres.ts";

/** One term of an order, always ascending: how SQL writes it, its type, and its value in a row. */
interface Terme {
  readonly sql: string;
  readonly type: "float8" | "text";
  readonly valeur: (ligne: LigneTrouvee) => string | number | null;
}

const ID: Terme = { sql: "p.id", type: "text", valeur: ({ id }) => id };
const DISTANCE: Terme = { sql: "t.distance", type: "float8", valeur: ({ distanceKm }) => distanceKm };
const SCORE: Terme = { sql: "-t.score", type: "float8", valeur: ({ score }) => -(score ?? 0) };
const NOM: Terme = { sql: 'p.nom collate "fr-x-icu"', type: "text", valeur: ({ nom }) => nom };
const PRENOM: Terme = { sql: 'p.prenom collate "fr-x-icu"', type: "text", valeur: ({ prenom }) => prenom };

/** The whole order of a search: it ends with the identifier, so that no two people tie. */
export function ordreDe({ mots, proximite, tri }: CriteresRecherche): readonly Terme[] {
  if (tri === "NOM") return [NOM, PRENOM, ID];
  const distance = proximite === null ? [] : [DISTANCE];
  if (tri === "DISTANCE") return [...distance, ID];
  const score = mots.length === 0 ? [] : [SCORE];
  return [...score, ...distance, NOM, PRENOM, ID];
}

export const ecrireOrdre = (ordre: readonly Terme[]): string => ordre.map(({ sql }) => sql).join(", ");

/** « After this row », in the same order. Throws BAD_USER_INPUT when the cursor is not one of this order. */
export function ecrireSuite(ordre: readonly Terme[], cles: ClesDeTri | null, { lier }: Parametres): string[] {
  if (cles === null) return [];
  const conforme =
    cles.length === ordre.length &&
    ordre.every(({ type }, rang) => typeof cles[rang] === (type === "text" ? "string" : "number"));
  if (!conforme) throw saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");
  const valeurs = ordre.map(({ type }, rang) => `${lier(cles[rang])}::${type}`);
  return [`(${ecrireOrdre(ordre)}) > (${valeurs.join(", ")})`];
}

export const clesDe = (ordre: readonly Terme[], ligne: LigneTrouvee): ClesDeTri =>
  ordre.map(({ valeur }) => valeur(ligne));
