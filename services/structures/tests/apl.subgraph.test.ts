import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerApl } from "../src/index.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { avecClasseurApl, type LigneDeClasseur } from "./classeur-apl.ts";
import { CPTS_BOURG } from "./donnees-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

const LIGNES_2023: readonly LigneDeClasseur[] = [
  ["01053", "Bourg-en-Bresse", 3, 2.5, 30000, 41000],
  ["01344", "Saint-Denis-lès-Bourg", 2, 1, 10000, 5700],
  [1034, "Belley", "2,49", null, 9000, 9100],
  ["69383", "Lyon 3e Arrondissement", 4, 3, 90000, 100000],
  ["69266", "Villeurbanne", 2.5, 2.49, 150000, 156000],
];

const importer = (lignes: readonly LigneDeClasseur[], millesime?: number, unite?: string) =>
  avecClasseurApl(
    { 2022: [["01053", "Bourg-en-Bresse", 9, 9, 1, 1]], 2023: lignes },
    (fichier) => annuaire.ecrire((client) => importerApl(client, { fichier, millesime })),
    unite,
  );

const APL = "apl { valeur millesime sousDense valeurSansPlusDe65Ans sousDensePrevisible }";
const SOURCE = "DREES, accessibilité potentielle localisée aux médecins généralistes, millésime 2023";
const commune = async (codeInsee: string) =>
  (
    await annuaire.demander<{ commune: { apl: Record<string, unknown> | null } }>(
      `query($c: CodeInsee!) { commune(codeInsee: $c) { ${APL} } }`,
      { c: codeInsee },
    )
  ).commune.apl;

describe("L'import du classeur de la DREES", () => {
  it("lit la dernière feuille, sous ses titres et sa ligne d'unités, et ne récrit rien la seconde fois", async () => {
    const premier = await importer(LIGNES_2023);
    expect(premier.toJSON()).toMatchObject({ lues: 5, inserees: 5, modifiees: 0, inchangees: 0, rejetees: 0 });
    expect((await importer(LIGNES_2023)).toJSON()).toMatchObject({ inserees: 0, modifiees: 0, inchangees: 5 });
    const corrige = LIGNES_2023.map((ligne) => (ligne[0] === "69266" ? ligne.with(2, 2.51) : ligne));
    expect((await importer(corrige)).toJSON()).toMatchObject({ inserees: 0, modifiees: 1, inchangees: 4 });
    await importer(LIGNES_2023);
  });

  it("compte les lignes illisibles, avec leur numéro dans la feuille", async () => {
    const rapport = await importer([
      ...LIGNES_2023,
      [],
      ["Total", null, 3],
      ["01053", "Bourg-en-Bresse, encore", 3],
      ["97411", "Saint-Denis", null, null, 1000],
      ["97411", "Saint-Denis", "n.d.", null, 1000],
      ["01999", "Commune disparue", 3, 3, 10],
      ["69123", "Lyon", 3, "?", null],
    ]);
    const lignes = (raisons: unknown) =>
      Object.fromEntries(
        (raisons as { code: string; lignes: number[] }[]).map((raison) => [raison.code, raison.lignes]),
      );
    const { rejets, signalements, lues } = rapport.toJSON();
    expect(lues).toBe(11);
    expect(lignes(rejets)).toEqual({
      CODE_INSEE: [17],
      DOUBLON: [18],
      NON_PUBLIEE: [19],
      VALEUR: [20],
      COMMUNE_INCONNUE: [21],
    });
    expect(lignes(signalements)).toEqual({ SANS_POIDS: [22], SANS_PLUS_DE_65_ANS: [22] });
    await annuaire.ecrire((client) => client.query("delete from structures.apl where code_insee = '69123'"));
  });

  it.each([
    ["un millésime absent", LIGNES_2023, 2019, undefined, "2022, 2023"],
    ["une autre unité", LIGNES_2023, undefined, "En équivalents temps plein", "consultation"],
  ])("refuse %s, et n'écrit rien", async (_cas, lignes, millesime, unite, phrase) => {
    await expect(importer(lignes, millesime, unite)).rejects.toThrow(phrase);
  });

  it("refuse ce qui n'est pas un classeur", async () => {
    const refus = annuaire.ecrire((client) => importerApl(client, { fichier: import.meta.filename }));
    await expect(refus).rejects.toThrow("classeur .xlsx");
  });
});

describe("L'accessibilité", () => {
  it("dit d'où elle vient, d'une commune comme d'une moyenne", async () => {
    const lu = await annuaire.demander(
      '{ commune(codeInsee: "69266") { apl { source } } departement(code: "01") { apl { source } } }',
    );
    expect(lu).toEqual({ commune: { apl: { source: SOURCE } }, departement: { apl: { source: SOURCE } } });
  });

  it("d'une commune est la dernière publiée, sous-dense strictement en dessous de 2,5", async () => {
    await importer(LIGNES_2023, 2022);
    expect(await commune("69266")).toEqual({
      valeur: 2.5,
      millesime: 2023,
      sousDense: false,
      valeurSansPlusDe65Ans: 2.49,
      sousDensePrevisible: "OUI",
    });
    expect(await commune("01053")).toMatchObject({ valeur: 3, millesime: 2023, sousDensePrevisible: "NON" });
  });

  it("prévisible est inconnue quand la valeur sans les plus de 65 ans n'est pas publiée", async () => {
    expect(await commune("01034")).toEqual({
      valeur: 2.49,
      millesime: 2023,
      sousDense: true,
      valeurSansPlusDe65Ans: null,
      sousDensePrevisible: "INCONNU",
    });
  });

  it("d'une ville publiée par arrondissement est celle de ses arrondissements ; d'une autre non publiée, rien", async () => {
    expect(await commune("69123")).toMatchObject({ valeur: 4, sousDense: false });
    expect(await commune("97411")).toBeNull();
  });

  it("d'un département se pondère par la population standardisée, jamais par une moyenne simple ni par les habitants", async () => {
    const { departement } = await annuaire.demander<{ departement: { apl: Record<string, unknown> } }>(
      `{ departement(code: "69") { ${APL} } }`,
    );
    // (4 × 90 000 + 2,5 × 150 000) / 240 000, and (3 × 90 000 + 2,49 × 150 000) / 240 000.
    expect(departement.apl).toMatchObject({ valeur: 3.0625, millesime: 2023, valeurSansPlusDe65Ans: 2.68125 });
  });

  it("d'un département dont une commune n'a pas la variante sans les plus de 65 ans n'en a pas", async () => {
    const { departement } = await annuaire.demander<{ departement: { apl: Record<string, unknown> } }>(
      `{ departement(code: "01") { ${APL} } }`,
    );
    expect(departement.apl).toMatchObject({ valeurSansPlusDe65Ans: null, sousDensePrevisible: "INCONNU" });
  });

  it("du territoire d'une CPTS est la moyenne pondérée de ses communes", async () => {
    const { territoire } = await annuaire.structure(CPTS_BOURG, `... on Cpts { territoire { ${APL} } }`);
    // (3 × 30 000 + 2 × 10 000) / 40 000, and (2.5 × 30 000 + 1 × 10 000) / 40 000.
    expect(territoire).toEqual({
      apl: {
        valeur: 2.75,
        millesime: 2023,
        sousDense: false,
        valeurSansPlusDe65Ans: 2.125,
        sousDensePrevisible: "OUI",
      },
    });
  });

  it("d'une moyenne de communes toutes au seuil reste exactement au seuil", async () => {
    await importer([
      ["01053", "Bourg-en-Bresse", 2.5, 2.5, 333.3, 1],
      ["01344", "Saint-Denis-lès-Bourg", 2.5, 2.5, 0.7, 1],
      ["01034", "Belley", 2.5, 2.5, 1e-3, 1],
    ]);
    const { departement } = await annuaire.demander<{ departement: { apl: Record<string, unknown> } }>(
      `{ departement(code: "01") { ${APL} } }`,
    );
    expect(departement.apl).toMatchObject({ valeur: 2.5, sousDense: false, sousDensePrevisible: "NON" });
    await importer(LIGNES_2023);
  });

  it("de cent communes se lit en une requête", async () => {
    const { statements } = await countStatements(() =>
      annuaire.entites(
        ["01053", "01344", "01034", "69266"].map((codeInsee) => ({ __typename: "Commune", codeInsee })),
        `... on Commune { ${APL} }`,
      ),
    );
    expect(statements).toHaveLength(2);
  });
});
