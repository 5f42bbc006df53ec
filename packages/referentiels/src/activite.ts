import { indexer, lireTable, type Nomenclature, type Valeur } from "./nomenclature.ts";
import type { TypeStructure } from "./type-structure.ts";

const tableGenres = lireTable("genres-activite.json");
const tableModes = lireTable("modes-exercice.json");
const tableSecteurs = lireTable("secteurs-activite.json");

export const nomenclatureDesGenres: Nomenclature = tableGenres.nomenclature;
export const nomenclatureDesModes: Nomenclature = tableModes.nomenclature;
export const nomenclatureDesSecteurs: Nomenclature = tableSecteurs.nomenclature;

export const genresActivite: readonly Valeur[] = tableGenres.valeurs;
export const modesExercice: readonly Valeur[] = tableModes.valeurs;
export const secteursActivite: readonly Valeur[] = tableSecteurs.valeurs;

const genres = indexer(genresActivite);
const modes = indexer(modesExercice);
const secteurs = indexer(secteursActivite);

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

/** Secteurs qui disent à eux seuls le lieu, quand la structure n'est pas décrite. Source : NOS, TRE_R02. */
const LIEUX_DES_SECTEURS: ReadonlyMap<string, TypeStructure> = new Map([
  ["SA05", "CENTRE_DE_SANTE"],
  ["SA07", "CABINET"],
  ["SA08", "CABINET"],
  ["SA09", "CABINET"],
  ["SA25", "LABORATOIRE"],
  ["SA29", "LABORATOIRE"],
  ["SA33", "PHARMACIE"],
  ["SA38", "PHARMACIE"],
  ["SA39", "PHARMACIE"],
]);

/** The kind of place that a sector says by itself, or `null` when it does not. */
export function typeDeSecteur(code: string | null): TypeStructure | null {
  return code === null ? null : (LIEUX_DES_SECTEURS.get(code) ?? null);
}
