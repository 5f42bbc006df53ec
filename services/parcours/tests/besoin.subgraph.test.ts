import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BESOIN, ENTITE, profil, SIMULER, saisie } from "./questions.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

let parcours: SousGrapheDeTest;
beforeAll(async () => {
  parcours = await ouvrirAToulouse();
});
afterAll(() => parcours.fermer());

async function simuler(criteres: object = saisie): Promise<Record<string, unknown>> {
  const { data, errors } = await parcours.demander(SIMULER, { criteres });
  expect(errors).toBeUndefined();
  return data?.simulerBesoin as Record<string, unknown>;
}

describe("Un besoin simulé", () => {
  it("rend ses critères normalisés : sans doublon, triés, l'inconnu à nul", async () => {
    expect(await simuler()).toMatchObject({
      version: 1,
      statut: "OUVERT",
      libelle: "Soins, sous 72 heures : Médecin, centre de santé, maison de santé, 1 acte",
      criteres: {
        savoirFaire: ["SM26", "SM53", "SM54"],
        typesStructure: ["CENTRE_DE_SANTE", "MSP"],
        categories: [],
        rayonKm: 20,
        modalites: [],
        profil: { ...profil, ageMois: null, sexe: null, criteresCliniques: [] },
      },
    });
  });

  it("déduit l'âge en années de l'âge en mois", async () => {
    const { criteres } = await simuler({ ...saisie, profil: { ...profil, age: null, ageMois: 30 } });
    expect(criteres).toMatchObject({ profil: { age: 2, ageMois: 30 } });
  });

  it("ne coûte qu'une instruction SQL, même à plusieurs dans une requête", async () => {
    const deux = SIMULER.replace("simulerBesoin(", "un: simulerBesoin(").replace(
      /}\s*$/,
      " autre: simulerBesoin(criteres: $criteres) { id } }",
    );
    const { result, statements } = await countStatements(() => parcours.demander(deux, { criteres: saisie }));
    expect(result.errors).toBeUndefined();
    expect(statements).toHaveLength(1);
  });

  it("se retrouve par son identifiant, sans SQL, et par référence", async () => {
    const { id, libelle } = await simuler();
    const { result, statements } = await countStatements(() => parcours.demander(BESOIN, { id }));
    expect(result.data).toMatchObject({ besoin: { id, libelle, statut: "OUVERT", criteres: { professions: ["10"] } } });
    expect(statements).toEqual([]);
    const reference = await parcours.demander(ENTITE, { representations: [{ __typename: "Besoin", id }] });
    expect(reference.data).toEqual({ _entities: [{ id, libelle }] });
  });

  it("a un identifiant illisible, et jamais deux fois le même", async () => {
    const [un, autre] = [String((await simuler()).id), String((await simuler()).id)];
    expect(un).not.toBe(autre);
    const lisible = un
      .split(".")
      .map((partie) => Buffer.from(partie, "base64url").toString("latin1"))
      .join();
    expect(lisible).not.toContain("31555");
    expect(lisible).not.toContain("VACCINATION");
  });
});

describe("Une saisie fausse est refusée en nommant son champ", () => {
  it.each<[string, string, object]>([
    ["un rayon nul", "criteres.rayonKm", { rayonKm: 0 }],
    ["un rayon infime", "criteres.rayonKm", { rayonKm: 1e-320 }],
    ["un rayon trop grand", "criteres.rayonKm", { rayonKm: 200.5 }],
    ["un âge négatif", "criteres.profil.age", { profil: { ...profil, age: -1 } }],
    ["un âge de plus de 130 ans", "criteres.profil.age", { profil: { ...profil, age: 131 } }],
    ["un âge en mois négatif", "criteres.profil.ageMois", { profil: { ...profil, age: null, ageMois: -1 } }],
    ["deux âges qui se contredisent", "criteres.profil.ageMois", { profil: { ...profil, age: 5, ageMois: 30 } }],
    ["une profession inconnue", "criteres.professions", { professions: ["10", "999"] }],
    ["un savoir-faire inconnu", "criteres.savoirFaire", { savoirFaire: ["SM999"] }],
    ["une catégorie mal formée", "criteres.categories", { categories: ["6O3"] }],
    ["un acte vide", "criteres.actes", { actes: [" "] }],
    ["un acte interminable", "criteres.actes", { actes: ["A".repeat(81)] }],
    ["trop de professions", "criteres.professions", { professions: Array(11).fill("10") }],
    ["trop d'actes", "criteres.actes", { actes: Array(11).fill("A") }],
    ["trop de types", "criteres.typesStructure", { typesStructure: Array(11).fill("MSP") }],
    ["trop de catégories", "criteres.categories", { categories: Array(21).fill("603") }],
    [
      "trop de critères",
      "criteres.profil.criteresCliniques",
      { profil: { ...profil, criteresCliniques: Array(51).fill({ code: "A", present: true }) } },
    ],
    [
      "un critère contredit",
      "criteres.profil.criteresCliniques",
      {
        profil: {
          ...profil,
          criteresCliniques: [
            { code: "FIEVRE", present: true },
            { code: "FIEVRE", present: false },
          ],
        },
      },
    ],
    ["rien de demandé", "criteres", { professions: [], actes: null, typesStructure: [] }],
    ["une commune inconnue", "criteres.codeInsee", { codeInsee: "31999" }],
  ])("%s : %s", async (_cas, champ, ecart) => {
    const { data, errors } = await parcours.demander(SIMULER, { criteres: { ...saisie, ...ecart } });
    expect(data).toEqual({ simulerBesoin: null });
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", champ } })]);
    expect(errors?.[0]?.message).toMatch(/\.$/);
  });

  it.each<[string, object]>([
    ["le plus petit rayon utile", { rayonKm: 0.1 }],
    ["le plus grand rayon", { rayonKm: 200 }],
    ["un nouveau-né", { profil: { ...profil, age: 0, ageMois: 0 } }],
    ["130 ans", { profil: { ...profil, age: 130 } }],
    [
      "une catégorie seule",
      { professions: null, savoirFaire: null, actes: null, typesStructure: null, categories: ["209"] },
    ],
  ])("mais la limite passe : %s", async (_cas, ecart) => {
    expect((await simuler({ ...saisie, ...ecart })).statut).toBe("OUVERT");
  });

  it("avant toute question à la base", async () => {
    const { statements } = await countStatements(() =>
      parcours.demander(SIMULER, { criteres: { ...saisie, rayonKm: -1 } }),
    );
    expect(statements).toEqual([]);
  });
});

describe("La projection des communes", () => {
  it("suit l'import, et ne retire rien de ce qu'un fichier partiel ne dit pas", async () => {
    await parcours.publierCommunes([["01004", "Ambérieu", "01"]]);
    await parcours.publierCommunes([["01004", "Ambérieu-en-Bugey", "01"]]);
    expect((await simuler({ ...saisie, codeInsee: "01004" })).statut).toBe("OUVERT");
    expect((await simuler()).statut).toBe("OUVERT");
  });
});
