import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour, LECTEUR } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { mutation } from "./ecriture-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

const ZONAGE = "zonages { categorie profession arrete dateEffet dateFin }";
const enregistrer = mutation(() => annuaire, "enregistrerZonage", {
  signature: "$input: EnregistrerZonageInput!",
  champs: ZONAGE,
});
const zonages = async (codeInsee: string, variables: { profession?: string; le?: string } = {}) =>
  (
    await annuaire.demander<{ commune: { zonages: Record<string, unknown>[] } }>(
      `query($c: CodeInsee!, $profession: ID, $le: Date) { commune(codeInsee: $c) {
         zonages(profession: $profession, enVigueurLe: $le) { categorie profession dateEffet dateFin } } }`,
      { c: codeInsee, ...variables },
    )
  ).commune.zonages;

const MEDECINS_2021 = {
  codeInsee: "01034",
  categorie: "hc",
  profession: "10",
  arrete: "arrêté inventé 2021-1",
  dateEffet: "2021-06-01",
  source: "inventé pour les tests",
};

describe("Le zonage d'une commune", () => {
  beforeAll(async () => {
    await enregistrer({ input: MEDECINS_2021 }, AGENCE);
    await enregistrer({ input: { ...MEDECINS_2021, categorie: "ZIP", dateEffet: "2026-01-01" } }, AGENCE);
    await enregistrer(
      { input: { ...MEDECINS_2021, categorie: "ZV", profession: "60", dateEffet: "2018-04-01" } },
      AGENCE,
    );
  });

  it("dépend de la profession, et le nouvel arrêté arrête le précédent la veille", async () => {
    expect(await zonages("01034")).toEqual([
      { categorie: "ZIP", profession: "10", dateEffet: "2026-01-01", dateFin: null },
      { categorie: "ZV", profession: "60", dateEffet: "2018-04-01", dateFin: null },
    ]);
    expect(await zonages("01034", { profession: "10", le: "2025-12-31" })).toEqual([
      { categorie: "HC", profession: "10", dateEffet: "2021-06-01", dateFin: "2025-12-31" },
    ]);
  });

  it("dit qui l'a enregistré, et par quel arrêté", async () => {
    const { commune } = await annuaire.demander<{ commune: { zonages: object[] } }>(
      '{ commune(codeInsee: "01034") { zonages(profession: "10") { arrete source } } }',
    );
    expect(commune.zonages).toEqual([{ arrete: MEDECINS_2021.arrete, source: MEDECINS_2021.source }]);
  });

  it("n'est connu ni avant le premier arrêté, ni pour une profession sans arrêté", async () => {
    expect(await zonages("01034", { profession: "10", le: "2021-05-31" })).toEqual([]);
    expect(await zonages("01034", { profession: "70" })).toEqual([]);
  });

  it("enregistré après coup s'arrête la veille du suivant, sans le déplacer", async () => {
    const { resultat } = await enregistrer(
      { input: { ...MEDECINS_2021, categorie: "ZAC", dateEffet: "2018-04-01" } },
      AGENCE,
    );
    expect(resultat).toMatchObject({ zonages: [{ categorie: "ZIP" }, { categorie: "ZV" }] });
    expect(await zonages("01034", { profession: "10", le: "2020-01-01" })).toMatchObject([
      { categorie: "ZAC", dateFin: "2021-05-31" },
    ]);
  });

  it("du même jour est corrigé, non doublé", async () => {
    await enregistrer({ input: { ...MEDECINS_2021, categorie: "ZAC", dateEffet: "2026-01-01" } }, AGENCE);
    expect(await zonages("01034", { profession: "10" })).toEqual([
      { categorie: "ZAC", profession: "10", dateEffet: "2026-01-01", dateFin: null },
    ]);
  });

  it("d'un arrondissement est le sien, sinon celui de sa commune", async () => {
    await enregistrer({ input: { ...MEDECINS_2021, codeInsee: "69123", categorie: "HC" } }, AGENCE);
    expect(await zonages("69383", { profession: "10" })).toMatchObject([{ categorie: "HC" }]);
    await enregistrer({ input: { ...MEDECINS_2021, codeInsee: "69383", categorie: "ZAC" } }, AGENCE);
    expect(await zonages("69383", { profession: "10" })).toMatchObject([{ categorie: "ZAC" }]);
  });

  it.each([
    ["un anonyme", undefined, {}, { code: "UNAUTHENTICATED" }],
    ["un lecteur", LECTEUR, {}, { code: "FORBIDDEN" }],
    ["une structure", agissantPour("1010000024"), {}, { code: "FORBIDDEN" }],
    ["une commune inconnue", AGENCE, { codeInsee: "33063" }, { code: "NOT_FOUND", champ: "input.codeInsee" }],
    ["une profession inconnue", AGENCE, { profession: "00" }, { code: "BAD_USER_INPUT", champ: "input.profession" }],
    ["une catégorie vide", AGENCE, { categorie: " " }, { code: "BAD_USER_INPUT", champ: "input.categorie" }],
    ["un arrêté vide", AGENCE, { arrete: "" }, { code: "BAD_USER_INPUT", champ: "input.arrete" }],
    ["une fin avant l'effet", AGENCE, { dateFin: "2021-05-31" }, { code: "BAD_USER_INPUT", champ: "input.dateFin" }],
    ["une fin qui empiète", AGENCE, { dateFin: "2026-01-01" }, { code: "BAD_USER_INPUT", champ: "input.dateFin" }],
  ])("refuse %s, et n'écrit rien", async (_cas, acteur, ecart, attendue) => {
    const avant = await zonages("01034", { le: "2022-01-01" });
    const { resultat, erreur } = await enregistrer({ input: { ...MEDECINS_2021, ...ecart } }, acteur);
    expect(resultat).toBeNull();
    expect(erreur).toMatchObject(attendue);
    expect(await zonages("01034", { le: "2022-01-01" })).toEqual(avant);
  });

  it("rejoué sous la même clé rend la commune sans récrire", async () => {
    const premiere = await enregistrer({ input: MEDECINS_2021 }, AGENCE, "zonage-de-belley");
    expect(await enregistrer({ input: MEDECINS_2021 }, AGENCE, "zonage-de-belley")).toEqual(premiere);
    const { erreur } = await enregistrer({ input: { ...MEDECINS_2021, categorie: "ZAC" } }, AGENCE, "zonage-de-belley");
    expect(erreur).toMatchObject({ champ: "cleIdempotence" });
  });

  it("de plusieurs communes se lit en une requête de plus", async () => {
    const { statements } = await countStatements(() =>
      annuaire.entites(
        ["01034", "01053", "69383"].map((codeInsee) => ({ __typename: "Commune", codeInsee })),
        `... on Commune { ${ZONAGE} }`,
      ),
    );
    expect(statements).toHaveLength(2);
  });
});
