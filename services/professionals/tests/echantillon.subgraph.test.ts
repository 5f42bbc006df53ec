import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne } from "./fichier-rpps.ts";
import { publierOccitanie } from "./territoire-de-test.ts";

/** A real-format file of five départements, 24,238 invented rows, and their communes; they do not travel with the code. */
const DOSSIER = process.env.DONNEES_PARTAGEES ?? "/work/shared/data";
const COMMUNES = join(DOSSIER, "communes-occitanie.csv");
const FICHIER = join(DOSSIER, "occitanie-ouest/PS_LibreAcces_Personne_activite_202611220000.txt");

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
});
afterAll(() => annuaire.fermer());
const importer = async (fichier: string) =>
  (await annuaire.ecrire((client) => importerRpps(client, { fichier }))).toJSON();

describe("Un fichier de l'Occitanie ouest", () => {
  it("entre sans que les communes soient connues, et le dit", async () => {
    const rapport = await importer(await ecrireFichier([ligne(1)]));
    expect(rapport).toMatchObject({ inserees: 1, rejetees: 0 });
  });

  if (existsSync(FICHIER)) {
    it("entre tout entier, hors les lignes de facturation, et ne change plus rien ensuite", async () => {
      await annuaire.ecrire((client) => publierOccitanie(client, COMMUNES));
      const rapport = await importer(FICHIER);
      expect(rapport).toMatchObject({
        lues: 24_238,
        inserees: 24_013,
        rejets: [{ code: "SECTEUR_SA50", nombre: 225 }],
      });
      const { rows } = await annuaire.ecrire((client) =>
        client.query(`select count(distinct professionnel_id)::int as personnes, count(*)::int as situations,
          count(*) filter (where code_insee is null)::int as "sansCommune" from professionals.situation where ferme_le is null`),
      );
      expect(rows).toEqual([{ personnes: 19_897, situations: 24_013, sansCommune: 20 }]);
      expect(await importer(FICHIER)).toMatchObject({ resultat: "AUCUN_CHANGEMENT", inchangees: 24_013 });
    }, 120_000);
  }
});
