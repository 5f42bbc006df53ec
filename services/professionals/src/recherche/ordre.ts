import { type ClesDeTri, saisieInvalide } from "@coordination/server-kit";
import { demandeUneDisponibilite, suitLesChangements } from "./conditions.ts";
import type { CriteresRecherche } from "./criteres.ts";
import type { LigneTrouvee } from "./ligne-trouvee.ts";
import type { Parametres } from "./parametres.ts";

/** One term of an order, always ascending: how SQL writes it over the people found (`t`), and its value in a row. */
export interface Terme {
  readonly sql: string;
  readonly type: "float8" | "int" | "text" | "timestamptz";
  readonly valeur: (ligne: LigneTrouvee) => string | number;
}

const ID: Terme = { sql: "t.id", type: "text", valeur: ({ id }) => id };
const DISTANCE: Terme = { sql: "t.distance", type: "float8", valeur: (ligne) => ligne.k_distance ?? 0 };
const SCORE: Terme = { sql: "-t.score", type: "float8", valeur: (ligne) => -(ligne.k_score ?? 0) };
const PERIMEE: Terme = { sql: "t.perimee::int", type: "int", valeur: (ligne) => (ligne.k_perimee ? 1 : 0) };
const NOM: Terme = { sql: 't.nom collate "fr-x-icu"', type: "text", valeur: (ligne) => ligne.k_nom ?? "" };
const PRENOM: Terme = { sql: 't.prenom collate "fr-x-icu"', type: "text", valeur: (ligne) => ligne.k_prenom ?? "" };

const CHANGEMENT: Terme = { sql: "t.quand", type: "timestamptz", valeur: ({ k_quand }) => k_quand ?? "" };

/**
 * The whole order of a search: it ends with the identifier, so that no two people tie. Relevance: how well the name answers,
 * then an availability that still holds before one that is out of date, then the distance, else the name.
 */
export function ordreDe({ nom, proximite, tri, filtre }: CriteresRecherche): readonly Terme[] {
  if (suitLesChangements(filtre)) return [CHANGEMENT, ID];
  if (tri === "NOM") return [NOM, PRENOM, ID];
  if (tri === "DISTANCE") return [DISTANCE, ID];
  return [
    ...(nom === null ? [] : [SCORE]),
    ...(demandeUneDisponibilite(filtre) ? [PERIMEE] : []),
    ...(proximite === null ? [NOM, PRENOM] : [DISTANCE]),
    ID,
  ];
}

/** Whether the order reads names, which only the table of people has. */
export const lesNoms = (ordre: readonly Terme[]): boolean => ordre.includes(NOM);
/** Whether what is out of date comes last. */
export const lesPerimeesEnDernier = (ordre: readonly Terme[]): boolean => ordre.includes(PERIMEE);

/** The same order, among those who are all out of date, or none: an index of names then gives it. */
export const sansLesPerimees = (ordre: readonly Terme[]): readonly Terme[] =>
  ordre.filter((terme) => terme !== PERIMEE);

/** The same order, among those who have the same score. */
export const sansLeScore = (ordre: readonly Terme[]): readonly Terme[] => ordre.filter((terme) => terme !== SCORE);

export const ecrireOrdre = (ordre: readonly Terme[]): string => ordre.map(({ sql }) => sql).join(", ");

/** Checks the keys of a cursor. Throws BAD_USER_INPUT when they are not those of this order. */
export function exigerCles(ordre: readonly Terme[], cles: ClesDeTri): readonly (string | number)[] {
  const conformes = cles.filter((cle, rang) => estConforme(ordre[rang]?.type, cle));
  if (conformes.length !== ordre.length || cles.length !== ordre.length)
    throw saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");
  return conformes;
}

/** As SQL gives it, with its microseconds. */
const INSTANT = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;

function estConforme(type: Terme["type"] | undefined, cle: ClesDeTri[number]): cle is string | number {
  if (type === "text") return typeof cle === "string" && !cle.includes("\0");
  if (type === "timestamptz") return typeof cle === "string" && INSTANT.test(cle) && !Number.isNaN(Date.parse(cle));
  if (type === "int") return cle === 0 || cle === 1;
  return type === "float8" && typeof cle === "number" && Number.isFinite(cle);
}

/** « After this row », in the same order; « everywhere » on a first page. */
export function ecrireSuite(ordre: readonly Terme[], cles: readonly (string | number)[] | null, { lier }: Parametres) {
  if (cles === null) return "true";
  const valeurs = ordre.map(({ type }, rang) => `${lier(cles[rang])}::${type}`);
  return `(${ecrireOrdre(ordre)}) > (${valeurs.join(", ")})`;
}

export const clesDe = (ordre: readonly Terme[], ligne: LigneTrouvee): ClesDeTri =>
  ordre.map(({ valeur }) => valeur(ligne));
