import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as delegations from "@coordination/delegations";
import * as professionals from "@coordination/professionals";
import * as structures from "@coordination/structures";
import { enTransaction, importerFichier } from "../chargement.ts";
import { lireCommunesDemo } from "./communes-demo.ts";
import { declarer } from "./declarations.ts";
import { fichierFiness } from "./fichier-finess.ts";
import { fichierMssante } from "./fichier-mssante.ts";
import { fichierRpps } from "./fichier-rpps.ts";
import { createHasard } from "./hasard.ts";
import { peupler } from "./peupler.ts";

/** Vintage written in the generated files. */
const MILLESIME = "2026-11-01";
const GRAINE = 20261122;

/**
 * Loads the demonstration: published-format files made here go through the very importers that real files use, then what
 * no file says (territories, memberships, teams, availability, qualities) is declared. `aujourdhui` is AAAA-MM-JJ.
 */
export async function chargerLaDemonstration(adminUrl: string, aujourdhui: string): Promise<void> {
  const hasard = createHasard(GRAINE);
  const communes = lireCommunesDemo();
  const territoire = peupler(communes, hasard);
  const dossier = await mkdtemp(join(tmpdir(), "coordination-demo-"));
  try {
    const [finess, rpps, mssante] = [
      join(dossier, "etalab-cs1100507-stock.csv"),
      join(dossier, "PS_LibreAcces_Personne_activite.txt"),
      join(dossier, "Extraction_Correspondance_MSSante.txt"),
    ];
    await writeFile(finess, fichierFiness(territoire.structures, MILLESIME));
    await writeFile(rpps, fichierRpps(territoire.personnes));
    await writeFile(mssante, fichierMssante(territoire.personnes));
    await importerFichier(adminUrl, "finess", finess);
    await importerFichier(adminUrl, "rpps", rpps);
    await importerFichier(adminUrl, "mssante", mssante);
  } finally {
    await rm(dossier, { recursive: true, force: true });
  }
  const declarations = declarer(territoire, communes, hasard, aujourdhui);
  await enTransaction(adminUrl, async (client) => {
    await structures.chargerDemonstration(client, declarations.structures);
    await professionals.projeterStructures(client);
    await delegations.projeterStructures(client);
    await professionals.chargerDemonstration(client, declarations.professionals);
    await delegations.chargerDemonstration(client, declarations.delegations);
  });
}
