import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { habilitations } from "@coordination/referentiels";
import type { SourcesCatalogue } from "./catalogue.ts";
import type { FichierTexte } from "./lecture.ts";

const FICHE_DELEGATION = /^D\d+.*\.yaml$/;

/** The folder that the package ships, found from the sources as well as from their compiled form. */
export const DOSSIER_DU_PROJET = join(racineDuPaquet(import.meta.dirname), "catalogue");

/** Lit les fichiers d'un dossier de catalogue ; les délégations sont les `D*.yaml`, une version par fichier. */
export function lireDossierCatalogue(dossier: string): SourcesCatalogue {
  const lire = (nom: string): FichierTexte => ({ nom, texte: readFileSync(join(dossier, nom), "utf8") });
  return {
    actes: lire("actes.yaml"),
    criteres: lire("criteres.yaml"),
    // Shared with the directory of people: it belongs to neither service.
    habilitations: { nom: "habilitations.json", texte: JSON.stringify(habilitations) },
    delegations: readdirSync(dossier)
      .filter((nom) => FICHE_DELEGATION.test(nom))
      .sort()
      .map(lire),
  };
}

function racineDuPaquet(dossier: string): string {
  if (existsSync(join(dossier, "package.json"))) return dossier;
  const parent = dirname(dossier);
  if (parent === dossier) throw new Error("Le dossier du paquet delegations est introuvable.");
  return racineDuPaquet(parent);
}
