import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Writes a file of a test in a folder of its own, lends its path, and removes it. */
export async function avecFichier<T>(contenu: string | Buffer, work: (chemin: string) => Promise<T>): Promise<T> {
  const dossier = await mkdtemp(join(tmpdir(), "structures-"));
  try {
    const chemin = join(dossier, "fichier.csv");
    await writeFile(chemin, contenu);
    return await work(chemin);
  } finally {
    await rm(dossier, { recursive: true, force: true });
  }
}
