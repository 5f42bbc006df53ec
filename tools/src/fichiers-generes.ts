import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes generated files (name → text) into a folder. */
export function ecrireFichiers(dossier: string, fichiers: ReadonlyMap<string, string>): void {
  for (const [nom, texte] of fichiers) {
    const chemin = join(dossier, nom);
    mkdirSync(dirname(chemin), { recursive: true });
    writeFileSync(chemin, texte);
  }
}

/** Names of the files whose committed text differs from the generated one. */
export const fichiersPerimes = (dossier: string, fichiers: ReadonlyMap<string, string>): readonly string[] =>
  [...fichiers].filter(([nom, texte]) => lireOuRien(join(dossier, nom)) !== texte).map(([nom]) => nom);

/** The text of a file, empty when there is none. */
export function lireOuRien(chemin: string): string {
  try {
    return readFileSync(chemin, "utf8");
  } catch {
    return "";
  }
}
