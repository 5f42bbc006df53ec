import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourcesCatalogue } from "./catalogue.ts";
import type { FichierTexte } from "./lecture.ts";

const FICHE_DELEGATION = /^D\d+.*\.yaml$/;

/** Lit les fichiers d'un dossier de catalogue ; les délégations sont les `D*.yaml`, une version par fichier. */
export async function lireDossierCatalogue(dossier: string): Promise<SourcesCatalogue> {
  const lire = async (nom: string): Promise<FichierTexte> => ({
    nom,
    texte: await readFile(join(dossier, nom), "utf8"),
  });
  const noms = (await readdir(dossier)).filter((nom) => FICHE_DELEGATION.test(nom)).sort();
  const [actes, criteres, habilitations, ...delegations] = await Promise.all([
    lire("actes.yaml"),
    lire("criteres.yaml"),
    lire("habilitations.yaml"),
    ...noms.map(lire),
  ]);
  return { actes, criteres, habilitations, delegations };
}
