import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
});
afterAll(() => annuaire.fermer());

interface Code {
  readonly code: string;
  readonly type?: string;
}
const QUESTION = `query ($texte: String, $profession: ID) {
  professions(recherche: $texte) { code } savoirFaire(profession: $profession, recherche: $texte) { code type } }`;
const chercher = async (texte: string, profession: string | null = null) => {
  const lu = await annuaire.demander<{ professions: Code[]; savoirFaire: Code[] }>(QUESTION, { texte, profession });
  return {
    professions: lu.professions.map(({ code }) => code),
    savoirFaire: lu.savoirFaire.map(({ code }) => code),
    types: [...new Set(lu.savoirFaire.map(({ type }) => type))],
  };
};

describe("La recherche d'un libellé", () => {
  it.each([
    ["kiné", "70"],
    ["SAGE FEMME", "50"],
    ["infirmière", "60"],
    ["ostéo", "71"],
  ])("trouve d'abord, pour « %s », la profession %s", async (texte, attendue) => {
    expect((await chercher(texte)).professions[0]).toBe(attendue);
  });

  it("propose avec les savoir-faire la famille qui les réunit, dans la profession demandée", async () => {
    const { savoirFaire, types } = await chercher("médecine générale", "10");
    expect(savoirFaire.toSorted()).toEqual(["MEDECINE_GENERALE", "SM26", "SM53", "SM54"]);
    expect(types).toContain("Famille de savoir-faire");
    expect((await chercher("médecine générale", "60")).savoirFaire).toEqual([]);
  });

  it("refuse un texte trop long", async () => {
    const { errors } = await annuaire.executer(QUESTION, { texte: "a".repeat(101) });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "recherche" });
  });
});

describe("Les nomenclatures", () => {
  it("donnent les professions et les savoir-faire d'une profession", async () => {
    const { professions, savoirFaire } = await annuaire.demander<{ professions: object[]; savoirFaire: object[] }>(
      '{ professions { code libelle systeme } savoirFaire(profession: "60") { code libelle type } }',
    );
    expect(professions).toContainEqual({ code: "60", libelle: "Infirmier", systeme: "TRE_G15" });
    expect(savoirFaire).toHaveLength(5);
  });
});
