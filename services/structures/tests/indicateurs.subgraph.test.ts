import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { mutation } from "./ecriture-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

interface Indicateur {
  code: string;
  libelle: string;
  valeur: number;
  cible: number | null;
  echeance: string | null;
  source: string;
  releveLe: string;
}
const CHAMPS = "code libelle valeur cible echeance source releveLe";
const indicateurs = async (region: string | null, le: string | null = null) => {
  const { indicateurs: lus } = await annuaire.demander<{ indicateurs: Indicateur[] }>(
    `query($region: ID, $le: Date) { indicateurs(region: $region, le: $le) { ${CHAMPS} } }`,
    { region, le },
  );
  return new Map(lus.map((indicateur) => [indicateur.code, indicateur]));
};

describe("Les indicateurs relevés", () => {
  it.each([
    ["84", "MSP_EN_FONCTIONNEMENT", { valeur: 380, cible: 590, echeance: "2027-12-31" }],
    ["84", "POPULATION_COUVERTE_PAR_UNE_CPTS", { valeur: 67 }],
    ["84", "CENTRES_DE_SANTE", { valeur: 223, releveLe: "2018-02-20" }],
    ["84", "MAITRES_DE_STAGE_UNIVERSITAIRES", { valeur: 1238 }],
    ["84", "OBJECTIF_MSP_SIGNATAIRES_ACI", { valeur: 75, echeance: "2018-12-31" }],
    ["84", "MEDECINS_CORRESPONDANTS_DU_SAMU", { valeur: 244 }],
    [null, "MSP_EN_FONCTIONNEMENT", { valeur: 2550, cible: 4000 }],
    [null, "POPULATION_COUVERTE_PAR_UNE_CPTS", { valeur: 90, releveLe: "2024-10-01" }],
    [null, "ASSISTANTS_MEDICAUX", { valeur: 5000, cible: 10000 }],
    [null, "OBJECTIF_MEDICOBUS_SUPPLEMENTAIRES", { valeur: 100, cible: null }],
    [null, "COMMUNES_SOUS_DENSES", { valeur: 9000 }],
    [null, "POPULATION_DES_COMMUNES_SOUS_DENSES", { valeur: 5_300_000 }],
    [null, "POPULATION_ELIGIBLE_AUX_AIDES", { valeur: 7, cible: 18 }],
    [null, "CONSULTATIONS_LIBEREES_PAR_ASSISTANT_MINIMUM", { valeur: 1 }],
    [null, "CONSULTATIONS_LIBEREES_PAR_ASSISTANT_MAXIMUM", { valeur: 2 }],
    [null, "CONSULTATIONS_LIBEREES_PAR_ASSISTANT_MOYENNE", { valeur: 2 }],
  ])("de la région %s : %s vient d'un document du client", async (region, code, attendu) => {
    expect((await indicateurs(region)).get(code)).toMatchObject(attendu);
  });

  it("citent chacun leur source, et ne mêlent pas région et pays", async () => {
    for (const region of ["84", null]) {
      for (const { source, libelle } of (await indicateurs(region)).values()) {
        expect(source).toMatch(/\(S\d{3}/);
        expect(libelle).not.toBe("");
      }
    }
    expect((await indicateurs("84")).has("ASSISTANTS_MEDICAUX")).toBe(false);
    expect((await indicateurs("76")).size).toBe(0);
  });

  it.each([
    ["84", "MSP_EN_FONCTIONNEMENT", "2018-02-19", undefined],
    ["84", "MSP_EN_FONCTIONNEMENT", "2018-02-20", 173],
    ["84", "MSP_EN_FONCTIONNEMENT", "2023-07-12", 173],
    ["84", "MSP_EN_FONCTIONNEMENT", "2023-07-13", 380],
    [null, "POPULATION_COUVERTE_PAR_UNE_CPTS", "2023-12-31", 83],
    [null, "POPULATION_COUVERTE_PAR_UNE_CPTS", "2024-09-30", 83],
    [null, "POPULATION_COUVERTE_PAR_UNE_CPTS", "2024-10-01", 90],
  ])("de la région %s, série %s : le %s, la dernière valeur est %s", async (region, code, le, attendue) => {
    expect((await indicateurs(region, le)).get(code)?.valeur).toBe(attendue);
  });

  it("se lisent depuis la région, à côté de la couverture calculée et sans s'y mêler", async () => {
    const { region } = await annuaire.demander<{
      region: { indicateurs: Indicateur[]; couvertureCpts: { taux: number } };
    }>(`{ region(code: "84") { indicateurs { code valeur } couvertureCpts { taux } } }`);
    expect(region.indicateurs).toContainEqual({ code: "POPULATION_COUVERTE_PAR_UNE_CPTS", valeur: 67 });
    expect(region.couvertureCpts.taux).toBe(0);
  });

  it("de plusieurs régions se lisent en une requête de plus", async () => {
    const { statements } = await countStatements(() =>
      annuaire.entites(
        ["84", "76", "11"].map((code) => ({ __typename: "Region", code })),
        "... on Region { indicateurs { code } }",
      ),
    );
    expect(statements).toHaveLength(2);
  });
});

describe("enregistrerIndicateur", () => {
  const enregistrer = mutation(() => annuaire, "enregistrerIndicateur", {
    signature: "$input: EnregistrerIndicateurInput!",
    champs: CHAMPS,
  });
  const RELEVE = {
    code: "MSP_EN_FONCTIONNEMENT",
    region: "84",
    libelle: "Maisons de santé en fonctionnement",
    valeur: 400,
    releveLe: "2025-03-31",
    source: "relevé inventé",
  };

  it("ajoute un point à la série, et corrige celui du même jour", async () => {
    expect((await enregistrer({ input: RELEVE }, AGENCE)).resultat).toEqual({
      code: RELEVE.code,
      libelle: RELEVE.libelle,
      valeur: 400,
      cible: null,
      echeance: null,
      source: RELEVE.source,
      releveLe: RELEVE.releveLe,
    });
    expect((await indicateurs("84")).get(RELEVE.code)?.valeur).toBe(400);
    await enregistrer({ input: { ...RELEVE, valeur: 401, cible: 590, echeance: "2027-12-31" } }, AGENCE);
    expect((await indicateurs("84")).get(RELEVE.code)).toMatchObject({ valeur: 401, cible: 590 });
    expect((await indicateurs("84", "2025-03-30")).get(RELEVE.code)?.valeur).toBe(380);
  });

  it("corrige aussi un point national, dont la région est nulle", async () => {
    const national = { ...RELEVE, region: null, code: "CENTRES_DE_SANTE" };
    await enregistrer({ input: national }, AGENCE);
    await enregistrer({ input: { ...national, valeur: 402 } }, AGENCE);
    const { indicateurs: lus } = await annuaire.demander<{ indicateurs: Indicateur[] }>(
      "{ indicateurs { code valeur } }",
    );
    expect(lus.filter(({ code }) => code === "CENTRES_DE_SANTE")).toEqual([{ code: "CENTRES_DE_SANTE", valeur: 402 }]);
  });

  it.each([
    ["un anonyme", undefined, {}, { code: "UNAUTHENTICATED" }],
    ["une structure", agissantPour("1010000024"), {}, { code: "FORBIDDEN" }],
    ["une région inconnue", AGENCE, { region: "999" }, { code: "NOT_FOUND", champ: "input.region" }],
    ["un code en minuscules", AGENCE, { code: "msp" }, { code: "BAD_USER_INPUT", champ: "input.code" }],
    ["un relevé à venir", AGENCE, { releveLe: "2026-11-23" }, { code: "BAD_USER_INPUT", champ: "input.releveLe" }],
    ["une source vide", AGENCE, { source: " " }, { code: "BAD_USER_INPUT", champ: "input.source" }],
  ])("refuse %s", async (_cas, acteur, ecart, attendue) => {
    const { resultat, erreur } = await enregistrer({ input: { ...RELEVE, valeur: 999, ...ecart } }, acteur);
    expect(resultat).toBeNull();
    expect(erreur).toMatchObject(attendue);
    expect((await indicateurs("84")).get(RELEVE.code)?.valeur).not.toBe(999);
  });
});
