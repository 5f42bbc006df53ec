import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The service's folder, from `src` under Vitest as from `dist/src` once built: the nearest one with a package.json. */
function racine(dossier: string): string {
  return existsSync(join(dossier, "package.json")) ? dossier : racine(dirname(dossier));
}

const DONNEES = join(racine(import.meta.dirname), "data");

/** The national tables shipped with the service (data/ATTRIBUTION.md says where they come from). */
export const COMMUNES_LIVREES = join(DONNEES, "communes.csv.gz");
export const DEPARTEMENTS_LIVRES = join(DONNEES, "departements.csv");
export const ANCIENNES_LIVREES = join(DONNEES, "communes-anciennes.csv");
export const REGIONS_LIVREES = join(DONNEES, "regions.csv");

/** Vintage of the shipped tables. */
export const MILLESIME_LIVRE = "2026-01-01";

/** True for the shipped table itself: what it says of a position gives way to a better file. */
export const estLaTableLivree = (fichier: string): boolean => resolve(fichier) === COMMUNES_LIVREES;
