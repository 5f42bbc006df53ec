import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cheminDesCommunes, compterAnnuaire, importerCommunes, importerFiness } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";

const PARTAGE = join(import.meta.dirname, "../../../../shared/data");
const FINESS = join(PARTAGE, "occitanie-ouest/etalab-cs1100507-stock.csv");
const CENTRES = join(PARTAGE, "communes-occitanie.csv");
const FINESS_2020 = join(PARTAGE, "formats/finess_etalab_ancien_entete_ain_100_lignes_2020.csv");
const FINESS_SANS_POSITION = join(PARTAGE, "formats/finess_etalab_cs1100502_sample_2026-05-12.csv");

describe("Les fichiers publiés", () => {
  let annuaire: AnnuaireDeTest;
  beforeAll(async () => {
    annuaire = await ouvrirAnnuaire();
  });
  afterAll(() => annuaire.fermer());

  const importer = async (importeur: typeof importerFiness, fichier: string, accepterLesFermetures = false) =>
    (await annuaire.ecrire((client) => importeur(client, { fichier, accepterLesFermetures }))).toJSON();

  it("la table nationale livrée entre entière, et une seconde fois ne change rien", async () => {
    expect(await importer(importerCommunes, cheminDesCommunes)).toMatchObject({ inserees: 35_008, rejetees: 0 });
    expect(await importer(importerCommunes, cheminDesCommunes)).toMatchObject({
      resultat: "AUCUN_CHANGEMENT",
      inchangees: 35_008,
    });
  }, 60_000);

  // The shared files are lent to the project, not part of it.
  if (existsSync(FINESS)) {
    it("les centres d'Occitanie améliorent leurs communes, et la table nationale ne les reprend pas", async () => {
      expect(await importer(importerCommunes, CENTRES)).toMatchObject({ lues: 4_453, rejetees: 0, fermees: 0 });
      expect(await importer(importerCommunes, CENTRES)).toMatchObject({ resultat: "AUCUN_CHANGEMENT" });
      expect(await importer(importerCommunes, cheminDesCommunes)).toMatchObject({ resultat: "AUCUN_CHANGEMENT" });
    }, 60_000);

    it("l'Occitanie ouest de FINESS donne 4 089 structures, chaque ligne étant comptée", async () => {
      expect(await importer(importerFiness, FINESS)).toMatchObject({
        lues: 8_179,
        inserees: 4_089,
        rejetees: 0,
        signalements: [
          { code: "ENTETE", nombre: 1 },
          { code: "POSITION", nombre: 4_089 },
        ],
      });
      expect(await importer(importerFiness, FINESS)).toMatchObject({ resultat: "AUCUN_CHANGEMENT", inchangees: 4_089 });
      expect((await annuaire.ecrire(compterAnnuaire)).structures).toBe(4_089);
    }, 60_000);

    it("la Haute-Garonne a son DAC, qui ne soigne pas et dont le territoire est supposé", async () => {
      const { structure, pointEntree } = await annuaire.demander<{ structure: object; pointEntree: object }>(`{
      structure(finess: "310034616") { __typename estCibleDeSoins niveauCoordination ... on Dac { missions territoire { source } } }
      pointEntree(codeInsee: "31555") { commune { nom } dac { nom territoire { source } } numerosNationaux { numero libelle } }
    }`);
      const territoire = { source: "supposé : aucun territoire déclaré, le DAC couvre son département" };
      expect(structure).toMatchObject({
        __typename: "Dac",
        estCibleDeSoins: false,
        niveauCoordination: "APPUI",
        territoire,
      });
      expect(pointEntree).toEqual({
        commune: { nom: "Toulouse" },
        dac: [{ nom: "DAC DE LA HAUTE GARONNE", territoire }],
        numerosNationaux: [
          { numero: "15", libelle: "SAMU" },
          { numero: "15", libelle: "Service d'accès aux soins (SAS)" },
          { numero: "3114", libelle: "Numéro national de prévention du suicide" },
        ],
      });
    });

    it("les extraits de 2020 et sans positions entrent aussi, sans rien fermer hors de leurs départements", async () => {
      expect(await importer(importerFiness, FINESS_2020)).toMatchObject({
        lues: 101,
        inserees: 100,
        fermees: 0,
        rejetees: 0,
      });
      // Another sample of the same département: it would close nearly all of it, and is refused unless it is said to be whole.
      await expect(importer(importerFiness, FINESS_SANS_POSITION)).rejects.toThrow("99 structures sur 100");
      expect(await importer(importerFiness, FINESS_SANS_POSITION, true)).toMatchObject({
        lues: 6,
        inserees: 4,
        inchangees: 1,
        fermees: 99,
      });
    });

    it("une recherche pardonne les fautes, une commune aussi", async () => {
      const { structures, communes } = await annuaire.demander<{
        structures: { totalCount: number; edges: { node: { type: string } }[] };
        communes: { nom: string }[];
      }>(`{
      structures(recherche: "Tolouse, pharmasie", first: 5) { totalCount edges { node { type nom } } }
      communes(recherche: "touluse", first: 1) { nom }
    }`);
      expect(structures.totalCount).toBeGreaterThan(100);
      expect(structures.edges.map(({ node }) => node.type)).toContain("PHARMACIE");
      expect(communes).toEqual([{ nom: "Toulouse" }]);
    });
  }
});
