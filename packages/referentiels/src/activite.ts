import { indexer, lireTable, type Nomenclature, type Valeur } from "./nomenclature.ts";

const tableGenres = lireTable("genres-activite.json");
const tableModes = lireTable("modes-exercice.json");
const tableSecteurs = lireTable("secteurs-activite.json");

export const nomenclatureDesGenres: Nomenclature = tableGenres.nomenclature;
export const nomenclatureDesModes: Nomenclature = tableModes.nomenclature;
export const nomenclatureDesSecteurs: Nomenclature = tableSecteurs.nomenclature;

const genres = indexer(tableGenres.valeurs);
const modes = indexer(tableModes.valeurs);
const secteurs = indexer(tableSecteurs.valeurs);

/**
 * The kinds of activity in which a person receives patients, ours to say: care itself, replacing, the former interim
 * code, and answering for a service so that it goes on. GENR08 coordinates (DAC, CPTS); the others administer, accompany
 * or do not say, and what is not said is not care.
 */
const GENRES_SOIGNANTS: ReadonlySet<string> = new Set(["GENR01", "GENR02", "GENR03", "GENR06", "GENR07"]);

/** Secteurs qui ne sont pas un lieu d'exercice : SA50 ne sert qu'à facturer la permanence des soins. Source : NOS, TRE_R02. */
const SECTEURS_EXCLUS: ReadonlySet<string> = new Set(["SA50"]);

/** The kind of activity of a code (TRE_R22), or `null`. */
export function findGenreActivite(code: string): Valeur | null {
  return genres.get(code) ?? null;
}

/** The mode of practice of a code (TRE_R23), or `null`. */
export function findModeExercice(code: string): Valeur | null {
  return modes.get(code) ?? null;
}

/** The sector of a code (TRE_R02, extract), or `null`. */
export function findSecteur(code: string): Valeur | null {
  return secteurs.get(code) ?? null;
}

/** Whether one cares for patients in this kind of activity. Empty is care: the 52-column files never gave it. */
export function genreSoignant(code: string | null): boolean {
  return code === null || code === "" || GENRES_SOIGNANTS.has(code);
}

/** Whether a row of this sector is no place of practice and must be left out of the directory. */
export function secteurExclu(code: string | null): boolean {
  return code !== null && SECTEURS_EXCLUS.has(code);
}
