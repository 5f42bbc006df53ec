import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** This workspace's folder, whether this runs from src or from dist: the first above that holds a package.json. */
function trouver(depuis: string): string {
  return existsSync(join(depuis, "package.json")) ? depuis : trouver(dirname(depuis));
}

export const DOSSIER = trouver(import.meta.dirname);

/** The page that the bench writes. */
export const PAGE = join(DOSSIER, "..", "docs", "performance.md");
