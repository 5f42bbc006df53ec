import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne } from "./fichier-rpps.ts";
import { publierCommunes } from "./territoire-de-test.ts";

const COMMUNES = ["31555", "31069", "31149", "09002"];
const NOMS = ["DUPONT", "Dupont", "DUPONT-MARTIN", "DÙPONT", "ABADIE", "Étienne"];

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  // Many equal names and equal distances: only the identifier tells them apart.
  const lignes = Array.from({ length: 60 }, (_, rang) => {
    const commune = COMMUNES[rang % COMMUNES.length] ?? "";
    const commun = {
      "Nom d'exercice": NOMS[rang % NOMS.length] ?? "",
      "Prénom d'exercice": rang % 2 === 0 ? "Luc" : "Zoé",
    };
    return ligne(rang % 40, {
      ...commun,
      "Code commune (coord. structure)": commune,
      "Code Département (structure)": commune.slice(0, 2),
    });
  });
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await importerRpps(client, { fichier: await ecrireFichier(lignes) });
  });
});
afterAll(() => annuaire.fermer());

const PAGE = /* GraphQL */ `
  query ($recherche: String, $proximite: ProximiteInput, $tri: TriAnnuaire!, $first: Int!, $after: String) {
    professionnels(recherche: $recherche, proximite: $proximite, tri: $tri, first: $first, after: $after) {
      edges { node { id } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }`;
interface Page {
  professionnels: {
    edges: { node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  };
}

async function parcourir(variables: object, first: number): Promise<{ ids: string[]; total: number }> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { professionnels }: Page = await annuaire.demander<Page>(PAGE, { ...variables, first, after });
    ids.push(...professionnels.edges.map(({ node }) => node.id));
    if (!professionnels.pageInfo.hasNextPage) return { ids, total: professionnels.totalCount };
    after = professionnels.pageInfo.endCursor;
  }
}

const question = fc
  .record({
    recherche: fc.constantFrom(null, "dup", "dupont", "dupond"),
    proximite: fc.constantFrom(null, { codeInsee: "31555", rayonKm: 10 }, { codeInsee: "31555", rayonKm: 100 }),
    tri: fc.constantFrom("PERTINENCE", "NOM", "DISTANCE"),
  })
  .filter(({ proximite, tri }) => tri !== "DISTANCE" || proximite !== null);

describe("Parcourir une recherche page après page", () => {
  it("rend chaque personne une fois, dans l'ordre de la page unique, quelle que soit la taille des pages", async () => {
    await fc.assert(
      fc.asyncProperty(question, fc.integer({ min: 1, max: 9 }), async (variables, first) => {
        const { ids: attendus, total } = await parcourir(variables, 100);
        const { ids } = await parcourir(variables, first);
        expect(ids).toEqual(attendus);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(total);
      }),
      { numRuns: 40 },
    );
  });
});
