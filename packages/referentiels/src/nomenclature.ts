import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where a code list comes from: enough to cite it, and to know whether a missing code means anything. */
export interface Nomenclature {
  readonly code: string;
  readonly nom: string;
  /** URL du système de codes, celle que FHIR et l'Annuaire Santé emploient. */
  readonly systeme: string;
  readonly oid: string | null;
  readonly version: string;
  /** Vrai quand la liste n'est qu'un extrait de la source : un code absent peut exister. */
  readonly extrait: boolean;
  readonly source: string;
  readonly licence: string;
}

/** A code list as it is shipped: its identity, then its values. */
export interface Table<Valeur> {
  readonly nomenclature: Nomenclature;
  readonly valeurs: readonly Valeur[];
}

/** One value of a list. `finLe`: the day from which the code is no longer given out. */
export interface Valeur {
  readonly code: string;
  readonly libelle: string;
  readonly finLe?: string;
}

/** The package's folder, from `src` under Vitest as from `dist/src` once built: the nearest one with a package.json. */
function racine(dossier: string): string {
  return existsSync(join(dossier, "package.json")) ? dossier : racine(dirname(dossier));
}

const DONNEES = join(racine(import.meta.dirname), "data");

/** Reads one of the package's own files of `data/`; its shape is proved by the tests. */
export function lireTable<V extends Valeur = Valeur>(fichier: string): Table<V> {
  return JSON.parse(readFileSync(join(DONNEES, fichier), "utf8"));
}

/** The same for a list of our own, which cites no source. */
export function lireValeurs(fichier: string): readonly Valeur[] {
  return (JSON.parse(readFileSync(join(DONNEES, fichier), "utf8")) as { valeurs: Valeur[] }).valeurs;
}

/** An index by code, built once at load. When two lists share a code, the first given wins. */
export function indexer<V extends { readonly code: string }>(valeurs: readonly V[]): ReadonlyMap<string, V> {
  return new Map(valeurs.toReversed().map((valeur) => [valeur.code, valeur]));
}
