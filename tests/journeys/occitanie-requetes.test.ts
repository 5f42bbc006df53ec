import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { finessValide, normaliserRpps } from "@coordination/referentiels";
import { importerFichier } from "@coordination/tools";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demander, type MaisonDeTest, ouvrirMaisonDeTest } from "./maison.fixture.ts";

// Real FINESS establishments and invented people, beside the repository when the house's material is there. The expected
// numbers were read off the files by other means than ours: awk for FINESS, a script of its own for RPPS, and Lambert 93
// coordinates for distances.
const donnees = join(import.meta.dirname, "..", "..", "..", "shared", "data");
const fichiers = {
  communes: join(donnees, "communes-occitanie.csv"),
  finess: join(donnees, "occitanie-ouest", "etalab-cs1100507-stock.csv"),
  rpps: join(donnees, "occitanie-ouest", "PS_LibreAcces_Personne_activite_202611220000.txt"),
} as const;

const PAR_DEPARTEMENT = { "09": 315, "12": 667, "31": 1933, "46": 416, "81": 758 };
const PAR_CATEGORIE = {
  "620": 726,
  "460": 461,
  "500": 336,
  "611": 171,
  "603": 162,
  "124": 122,
  "354": 112,
  "604": 32,
  "617": 16,
  "606": 5,
};
/** Those that one category makes, or few. */
const PAR_TYPE = { MSP: 162, CPTS: 32, DAC: 5, MAISON_MEDICALE_DE_GARDE: 16, PHARMACIE: 736, CENTRE_DE_SANTE: 125 };

/** The hospital of Saint-Jean-de-Verges, at (587103.5, 6215325.0) in Lambert 93. */
const HOPITAL = { latitude: 43.028346, longitude: 1.615951 };
const HUIT_KM = { position: HOPITAL, rayonKm: 8 };

type Variables = Record<string, unknown>;

/** How many structures a search finds. */
const COMBIEN_DE_STRUCTURES: readonly (readonly [string, Variables, number])[] = [
  ["les MSP de Haute-Garonne", { filtre: { types: ["MSP"], departements: ["31"] } }, 65],
  ["les MSP d'Ariège", { filtre: { types: ["MSP"], departements: ["09"] } }, 20],
  ["les pharmacies d'officine de Toulouse", { filtre: { categories: ["620"], codesInsee: ["31555"] } }, 152],
  ["les EHPAD (500) du Tarn", { filtre: { categories: ["500"], departements: ["81"] } }, 67],
  ["les centres de santé de l'Aveyron", { filtre: { types: ["CENTRE_DE_SANTE"], departements: ["12"] } }, 31],
  ["les SSIAD du Tarn", { filtre: { categories: ["354"], departements: ["81"] } }, 15],
  ["tout ce qui est à Rodez", { filtre: { codesInsee: ["12202"] } }, 114],
  ["les MSP à 8 km de l'hôpital de Saint-Jean-de-Verges", { filtre: { types: ["MSP"] }, proximite: HUIT_KM }, 4],
  ["les pharmacies à 8 km", { filtre: { categories: ["620"] }, proximite: HUIT_KM }, 9],
];

/** Whom a search gives first. */
const QUELLE_STRUCTURE: readonly (readonly [string, Variables, readonly string[]])[] = [
  ["le DAC de Haute-Garonne", { recherche: "dac haute-garonne" }, ["310034616"]],
  ["la maison médicale de garde de Purpan", { recherche: "MMG purpan" }, ["310036371"]],
  ["une MSP par le nom de son type et sa ville", { recherche: "maison de santé varilhes" }, ["090004813"]],
  ["une pharmacie avec une faute", { recherche: "farmacie du capitole" }, ["310012695"]],
  [
    "les MSP les plus proches de l'hôpital",
    { filtre: { types: ["MSP"] }, proximite: HUIT_KM, tri: "DISTANCE" },
    ["090004565", "090004813", "090004714", "090004219"],
  ],
];

/** How many people a search finds: each once, whatever the number of places. */
const COMBIEN_DE_PROFESSIONNELS: readonly (readonly [string, Variables, number])[] = [
  ["les sages-femmes", { filtre: { professions: ["50"] } }, 334],
  ["les orthoptistes", { filtre: { professions: ["92"] } }, 136],
  ["les psychomotriciens", { filtre: { professions: ["96"] } }, 187],
  ["les médecins généralistes", { filtre: { professions: ["10"], medecinGeneraliste: true } }, 3_031],
];

/** Whom a name gives first. */
const QUEL_PROFESSIONNEL: readonly (readonly [string, string, string])[] = [
  ["prénom et nom dans l'autre ordre, sans accent", "karine bousquet segala", "BOUSQUET-SÉGALA"],
  ["une apostrophe droite pour une typographique", "bernard-l'huillier arnaud", "BERNARD-L’HUILLIER"],
];

const STRUCTURES = `query Structures($recherche: String, $filtre: StructureFiltre, $proximite: ProximiteInput, $tri: TriAnnuaire) {
  structures(recherche: $recherche, filtre: $filtre, proximite: $proximite, tri: $tri, first: 10) {
    totalCount totalExact edges { node { finess } } facettes { champ valeurs { code nombre } } } }`;
const PROFESSIONNELS = `query Professionnels($recherche: String, $filtre: ProfessionnelFiltre) {
  professionnels(recherche: $recherche, filtre: $filtre, first: 10) { totalCount edges { node { nom } } } }`;

interface Reponse {
  readonly structures: {
    readonly totalCount: number;
    readonly totalExact: boolean;
    readonly edges: readonly { readonly node: { readonly finess: string } }[];
    readonly facettes: readonly {
      readonly champ: string;
      readonly valeurs: readonly { code: string; nombre: number }[];
    }[];
  };
  readonly professionnels: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly nom: string } }[];
  };
}

if (Object.values(fichiers).every(existsSync)) {
  let maison: MaisonDeTest;
  const poser = async (question: string, variables: Variables): Promise<Reponse> => {
    const { data, errors } = await demander(maison, question, variables);
    expect(errors).toBeUndefined();
    return data as unknown as Reponse;
  };

  describe("Vingt questions à l'Occitanie de l'ouest", () => {
    beforeAll(async () => {
      maison = await ouvrirMaisonDeTest({ jeu: "vide" });
      for (const format of ["communes", "finess", "rpps"] as const) {
        await importerFichier(maison.adminUrl, format, fichiers[format]);
      }
    }, 300_000);
    afterAll(() => maison.stop());

    it("les structures se comptent par département, par catégorie et par type", async () => {
      const { structures } = await poser(STRUCTURES, {});
      const compte = (voulu: string) =>
        Object.fromEntries(
          structures.facettes
            .filter(({ champ }) => champ === voulu)
            .flatMap(({ valeurs }) => valeurs.map(({ code, nombre }) => [code, nombre])),
        );
      expect(structures).toMatchObject({ totalCount: 4_089, totalExact: true });
      expect(compte("departement")).toEqual(PAR_DEPARTEMENT);
      expect(compte("categorie")).toMatchObject(PAR_CATEGORIE);
      expect(compte("type")).toMatchObject(PAR_TYPE);
      expect(Object.values(compte("type")).reduce((somme, nombre) => somme + nombre, 0)).toBe(4_089);
    });

    it.each(COMBIEN_DE_STRUCTURES)("%s", async (_question, variables, attendu) => {
      const { structures } = await poser(STRUCTURES, variables);
      expect(structures).toMatchObject({ totalCount: attendu, totalExact: true });
    });

    it.each(QUELLE_STRUCTURE)("%s", async (_question, variables, attendues) => {
      const { structures } = await poser(STRUCTURES, variables);
      expect(structures.edges.slice(0, attendues.length).map(({ node }) => node.finess)).toEqual(attendues);
    });

    it.each(COMBIEN_DE_PROFESSIONNELS)("%s", async (_question, variables, attendu) => {
      expect((await poser(PROFESSIONNELS, variables)).professionnels.totalCount).toBe(attendu);
    });

    it.each(QUEL_PROFESSIONNEL)("%s", async (_question, recherche, attendu) => {
      const { professionnels } = await poser(PROFESSIONNELS, { recherche });
      expect(professionnels.edges[0]?.node.nom).toBe(attendu);
    });
  });

  describe("Les clés des fichiers d'Occitanie", () => {
    const champs = async (fichier: string, separateur: string, rang: number) =>
      (await readFile(fichier, "utf8"))
        .split("\n")
        .slice(1)
        .filter((ligne) => ligne !== "")
        .map((ligne) => ligne.split(separateur)[rang] ?? "");

    it("tout numéro FINESS et tout RPPS y est valide", async () => {
      const finess = await champs(fichiers.finess, ";", 1);
      const rpps = await champs(fichiers.rpps, "|", 1);
      expect([finess.length, rpps.length]).toEqual([8_178, 24_238]);
      expect(finess.filter((numero) => !finessValide(numero))).toEqual([]);
      expect(rpps.filter((numero) => normaliserRpps(numero) === null)).toEqual([]);
    });
  });
} else {
  describe("Vingt questions à l'Occitanie de l'ouest", () => {
    it("attendent les fichiers, qui ne sont pas à côté de ce dépôt", () => {
      expect(Object.values(fichiers).every(existsSync)).toBe(false);
    });
  });
}
