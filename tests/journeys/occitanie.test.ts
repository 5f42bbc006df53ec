import { existsSync } from "node:fs";
import { join } from "node:path";
import { importerFichier } from "@coordination/tools";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demander, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";
import { classement, genre, type Propositions } from "./propositions.fixture.ts";

// Real FINESS establishments and invented people, beside the repository when the house's material is there.
const donnees = join(import.meta.dirname, "..", "..", "..", "shared", "data");
const fichiers = {
  communes: join(donnees, "communes-occitanie.csv"),
  finess: join(donnees, "occitanie-ouest", "etalab-cs1100507-stock.csv"),
  rpps: join(donnees, "occitanie-ouest", "PS_LibreAcces_Personne_activite_202611220000.txt"),
} as const;
const TOULOUSE = "31555";

// Without that material there is nothing to prove here, and no test is declared: the importers' own tests bring their files.
if (Object.values(fichiers).every(existsSync)) {
  let maison: MaisonDeTest;
  const importer = async (format: keyof typeof fichiers) =>
    (await importerFichier(maison.adminUrl, format, fichiers[format])).toJSON();

  describe("Les fichiers publiés d'Occitanie", () => {
    beforeAll(async () => {
      maison = await ouvrirMaisonDeTest({ jeu: "vide" });
      await importer("communes");
    }, 180_000);
    afterAll(() => maison.stop());

    it("entrent en entier : 4 089 structures, et chaque ligne RPPS est comptée", async () => {
      const finess = await importer("finess");
      expect(finess).toMatchObject({ inserees: 4_089, rejetees: 0, resultat: "IMPORTE" });
      const rpps = await importer("rpps");
      expect(rpps).toMatchObject({ lues: 24_238, inserees: 24_238 - 225, rejetees: 225, resultat: "IMPORTE" });
    }, 120_000);

    it.each(["communes", "finess", "rpps"] as const)(
      "n'apportent aucun changement la seconde fois : %s",
      async (format) => {
        expect(await importer(format)).toMatchObject({
          resultat: "AUCUN_CHANGEMENT",
          inserees: 0,
          modifiees: 0,
          fermees: 0,
        });
      },
      120_000,
    );

    it("donnent un DAC qui n'est pas une cible de soins", async () => {
      const { data } = await demander(
        maison,
        'query Dac { structure(finess: "310034616") { __typename type estCibleDeSoins nom } }',
      );
      expect(data).toEqual({
        structure: { __typename: "Dac", type: "DAC", estCibleDeSoins: false, nom: expect.stringContaining("DAC") },
      });
    });

    it("donnent à Toulouse son point d'entrée, territoire supposé compris", async () => {
      const { data, errors } = await demander(
        maison,
        `query PointEntree { pointEntree(codeInsee: "${TOULOUSE}") { dac { finess territoire { source } } sas { nom } numerosNationaux { numero libelle } } }`,
      );
      expect(errors).toBeUndefined();
      const { dac, numerosNationaux } = (data as { pointEntree: PointEntree }).pointEntree;
      expect(dac).toEqual([{ finess: "310034616", territoire: { source: expect.stringMatching(/suppos/i) } }]);
      expect(numerosNationaux.map(({ numero }) => numero)).toEqual(expect.arrayContaining(["15", "3114"]));
      expect(numerosNationaux.filter(({ numero }) => numero === "15").map(({ libelle }) => libelle)).toContainEqual(
        expect.stringMatching(/SAS/),
      );
    });

    it("répondent au besoin de la coordinatrice, à Toulouse", async () => {
      const { data, errors } = await demander(maison, classement, {
        codeInsee: TOULOUSE,
        age: 72,
        urgence: "SOUS_72_H",
        ecartees: false,
      });
      expect(errors).toBeUndefined();
      const { elements } = (data as { simulerBesoin: { propositions: Propositions } }).simulerBesoin.propositions;
      expect(new Set(elements.slice(0, 20).map(genre))).toEqual(
        new Set(["PROFESSION_DEMANDEE", "STRUCTURE", "DELEGATION"]),
      );
    });
  });

  interface PointEntree {
    readonly dac: readonly { readonly finess: string }[];
    readonly numerosNationaux: readonly { readonly numero: string; readonly libelle: string }[];
  }
} else {
  describe("Les fichiers publiés d'Occitanie", () => {
    it("ne sont pas à côté de ce dépôt", () => {
      expect(existsSync(fichiers.finess) && existsSync(fichiers.rpps) && existsSync(fichiers.communes)).toBe(false);
    });
  });
}
