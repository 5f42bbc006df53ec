import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ouvrirAnnuaireDeRecherche } from "./annuaire-de-recherche.ts";
import type { AnnuaireDeTest } from "./annuaire-de-test.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeRecherche();
});
afterAll(() => annuaire.fermer());

describe("Ce qu'une page de professionnels lit et compte, en requêtes SQL", () => {
  it("rend l'activité de qui a déclaré, lue dans un index ou dans la table", async () => {
    const question = (autres: string) => /* GraphQL */ `{
      professionnels(filtre: { nouveauxPatients: true }, proximite: { codeInsee: "31555", rayonKm: 15 }, tri: DISTANCE, first: 20) {
        edges { distanceKm node { nom } situation { id ${autres} structure { nom } commune { codeInsee nom } } }
      } }`;
    interface Lue {
      professionnels: { edges: { situation: { structure: object | null; commune: object }; node: { nom: string } }[] };
    }
    const { data, nombre } = await annuaire.compter<Lue>(question(""));
    const [dupont, martin] = data.professionnels.edges.map(({ situation }) => situation);
    expect(data.professionnels.edges.map(({ node }) => node.nom)).toEqual(["DUPONT", "DUPONT-MARTIN"]);
    expect(dupont).toMatchObject({
      structure: { nom: expect.any(String) },
      commune: { codeInsee: "31555", nom: expect.any(String) },
    });
    expect(martin).toMatchObject({
      structure: null,
      commune: { codeInsee: "31069" },
    });
    expect(nombre).toBe(1);
    const relue = await annuaire.demander<Lue>(question("precision: position { precision }"));
    expect(
      relue.professionnels.edges.map(
        ({ situation: { precision: _, ...lue } }: { situation: Record<string, unknown> }) => lue,
      ),
    ).toEqual(data.professionnels.edges.map(({ situation }) => situation));
  });

  it("ne compte que si on le demande, et reste à nombre fixe de requêtes SQL", async () => {
    const question = (first: number) => /* GraphQL */ `{
      professionnels(first: ${first}) {
        totalCount totalExact
        edges { situation { id commune { codeInsee } disponibilite { etat } } node { exercices { profession { libelle } } estIpa habilitations { code libelle } situations { id } } }
      } }`;
    const une = await annuaire.compter<{ professionnels: { totalCount: number; totalExact: boolean } }>(question(1));
    const toutes = await annuaire.compter<object>(question(50));
    expect(une.data.professionnels).toMatchObject({ totalCount: 7, totalExact: true });
    // The page with its edges' activities and their availability, the count, the people's activities, their authorisations.
    expect([une.nombre, toutes.nombre]).toEqual([4, 4]);
  });

  it.each<[string, object, { total: number; parProfession: [string, number][] }, number]>([
    ["un nom", { recherche: "dupont" }, { total: 2, parProfession: [["10", 2]] }, 1],
    [
      "un nom autour d'un lieu",
      { recherche: "dupont", proximite: { codeInsee: "31555", rayonKm: 2 } },
      { total: 1, parProfession: [["10", 1]] },
      1,
    ],
    [
      "un nom à corriger",
      { recherche: "abadi", filtre: { professions: ["21"] } },
      { total: 1, parProfession: [["21", 1]] },
      1,
    ],
    // The empty page as typed, what the words may mean, and so with its count.
    ["un nom mal écrit", { recherche: "abodie" }, { total: 1, parProfession: [["21", 1]] }, 3],
    // An empty page has no row to say a count: it is counted apart.
    ["un nom que personne ne porte", { recherche: "wxyz" }, { total: 0, parProfession: [] }, 4],
    ["un lieu", { proximite: { codeInsee: "31555", rayonKm: 2 } }, { total: 4, parProfession: [] }, 2],
  ])("compte et range %s avec sa page, ou à part", async (_quoi, variables, { total, parProfession }, nombre) => {
    const question = /* GraphQL */ `query ($recherche: String, $filtre: ProfessionnelFiltre, $proximite: ProximiteInput) {
      professionnels(first: 20, recherche: $recherche, filtre: $filtre, proximite: $proximite) {
        totalCount facettes { champ valeurs { code nombre } } edges { node { id } }
      } }`;
    const lue = await annuaire.compter<{
      professionnels: {
        totalCount: number;
        facettes: { champ: string; valeurs: { code: string; nombre: number }[] }[];
        edges: object[];
      };
    }>(question, { ...variables });
    const { totalCount, facettes, edges } = lue.data.professionnels;
    const professions = facettes.find(({ champ }) => champ === "profession")?.valeurs ?? [];
    expect([totalCount, edges.length, lue.nombre]).toEqual([total, total, nombre]);
    if (parProfession.length > 0)
      expect(professions.map(({ code, nombre: combien }) => [code, combien])).toEqual(parProfession);
  });
});
