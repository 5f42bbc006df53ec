import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
});
afterAll(() => annuaire.fermer());

interface Valeur {
  code: string;
  libelle: string;
  finLe: string | null;
  comprend: string[];
}
const chercher = async (code: string, recherche: string | null) => {
  const { nomenclature } = await annuaire.demander<{ nomenclature: { valeurs: Valeur[] } }>(
    "query($code: ID!, $recherche: String) { nomenclature(code: $code) { valeurs(recherche: $recherche) { code libelle finLe comprend } } }",
    { code, recherche },
  );
  return nomenclature.valeurs;
};

describe("Les listes de codes", () => {
  it("disent toutes leur version et leur source", async () => {
    const { nomenclatures } = await annuaire.demander<{ nomenclatures: { code: string; version: string }[] }>(
      "query { nomenclatures { code nom systeme version extrait source licence } }",
    );
    expect(nomenclatures.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        "TRE_G15",
        "TRE_R38",
        "TRE_R94",
        "TRE_R95",
        "TRE_R22",
        "TRE_R23",
        "TRE_R66",
        "TRE_R02",
        "TRE_R244",
      ]),
    );
    expect(nomenclatures.filter(({ version }) => version.trim() === "")).toEqual([]);
  });

  it.each<[string, string, string]>([
    ["le libellé, sans accent ni casse", "MAISON DE SANTE", "603"],
    ["le code", "603", "603"],
    ["les débuts de mots, dans un autre ordre", "offic pharm", "620"],
    ["une faute, quand rien n'est écrit ainsi", "farmacie officine", "620"],
  ])("se cherchent par %s", async (_cas, recherche, attendu) => {
    expect((await chercher("TRE_R66", recherche))[0]?.code).toBe(attendu);
  });

  it("disent ce qu'un agrégat comprend, et que le filtre trouvera", async () => {
    const agregats = await chercher("FINESS_AGREGAT", null);
    const officines = agregats.filter(({ comprend }) => comprend.includes("620"));
    expect(officines.length).toBeGreaterThan(0);
    const [pharmacie] = await chercher("TRE_R66", "620");
    expect(pharmacie).toEqual({ code: "620", libelle: "Pharmacie d'Officine", finLe: null, comprend: [] });
  });

  it("refusent une recherche démesurée, et n'en connaissent pas d'autres", async () => {
    const { errors } = await annuaire.executer(
      'query($r: String) { nomenclature(code: "TRE_R66") { valeurs(recherche: $r) { code } } }',
      { r: "x".repeat(201) },
    );
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", champ: "recherche" });
    expect(await annuaire.demander('query { nomenclature(code: "AUTRE") { nom } }')).toEqual({ nomenclature: null });
  });
});
