import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The project's folder, whether this runs from src or from dist: the first above that holds turbo.json. */
function trouverRacine(depuis: string): string {
  if (existsSync(join(depuis, "turbo.json"))) return depuis;
  const parent = dirname(depuis);
  if (parent === depuis) throw new Error("Le dossier du projet est introuvable.");
  return trouverRacine(parent);
}

export const racine = trouverRacine(import.meta.dirname);
