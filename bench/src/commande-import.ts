import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cheminDesCommunes } from "@coordination/structures";
import { importerFichier } from "@coordination/tools";
import { demarrerPostgres, ouvrirUneBaseVide } from "./base/ouvrir-base.ts";
import { preparerLesTables } from "./base/tables-du-banc.ts";
import { DOSSIER, PAGE } from "./dossier.ts";
import { genererLAnnuaire } from "./generateur/generer.ts";
import { copierSansLire } from "./import/copie-de-reference.ts";
import { importerAPart } from "./import/importer.ts";
import { rechercherPendant } from "./import/recherches.ts";
import { ecrireUneVariante } from "./import/variante.ts";
import type { MesureImport } from "./mesure/resultats.ts";
import { mediane } from "./mesure/statistiques.ts";
import { remplacerLImport } from "./page/page.ts";

const BASE = "import_essai";
const COPIES = 3;

/** Loads the generated file into an empty directory, then a changed one under searches. Keeps what it found beside the data and, at national size, in the page. */
export async function mesurerLImport(taille: number, annoncer: (phrase: string) => void): Promise<MesureImport> {
  const data = join(DOSSIER, ".data");
  const fichiers = await genererLAnnuaire(data, taille, annoncer);
  const variante = join(fichiers.dossier, "PS_LibreAcces_Personne_activite_202612010000.txt");
  const serveur = await demarrerPostgres(data);
  try {
    const base = await ouvrirUneBaseVide(serveur.url, BASE);
    const { adminUrl } = base;
    await importerFichier(adminUrl, "communes", cheminDesCommunes);
    await importerFichier(adminUrl, "finess", fichiers.finess);
    annoncer("Copie de référence…");
    const copies: number[] = [];
    for (let rang = 0; rang < COPIES; rang += 1) copies.push(await copierSansLire(adminUrl, fichiers.rpps));
    annoncer("Import dans une base sans professionnels…");
    const premier = await importerAPart(adminUrl, fichiers.rpps);
    annoncer("Second import, sous les recherches…");
    await preparerLesTables(adminUrl);
    await ecrireUneVariante(fichiers.rpps, variante);
    const [second, recherches] = await rechercherPendant(base, () => importerAPart(adminUrl, variante));
    const mesure: MesureImport = {
      le: new Date().toISOString(),
      taille,
      lignes: premier.rapport.lues,
      copieMs: mediane(copies),
      lectureMs: premier.lectureMs,
      entierMs: premier.dureeMs,
      rssMo: premier.rssMo,
      pendant: { ...recherches, dureeMs: second.dureeMs, modifiees: second.rapport.modifiees },
    };
    await mkdir(join(data, "resultats"), { recursive: true });
    await writeFile(fichierDuResultat(data, taille), JSON.stringify(mesure, null, 2));
    annoncer(JSON.stringify(mesure, null, 2));
    if (taille === 1) await writeFile(PAGE, remplacerLImport(await readFile(PAGE, "utf8"), mesure));
    return mesure;
  } finally {
    await rm(variante, { force: true });
    await serveur.stop();
  }
}

/** The last national measure made on this machine; null when there is none. */
export function lireLImport(data: string): MesureImport | null {
  const fichier = fichierDuResultat(data, 1);
  return existsSync(fichier) ? JSON.parse(readFileSync(fichier, "utf8")) : null;
}

const fichierDuResultat = (data: string, taille: number): string => join(data, "resultats", `import-${taille}.json`);
