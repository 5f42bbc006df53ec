import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes } from "./territoire-de-test.ts";

/** More than a count reads, then the few of another département, last in every order of the tables. */
const FREQUENTS = 10_300;
const RARES = 40;
const TOULOUSE = { "Code commune (coord. structure)": "31555", "Code Département (structure)": "31" };

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  const lignes = Array.from({ length: FREQUENTS + RARES }, (_, rang) =>
    ligne(rang, {
      "Nom d'exercice": "THOMAS",
      "Prénom d'exercice": "Zoé",
      ...(rang < FREQUENTS
        ? {}
        : { ...TOULOUSE, "Code profession": "60", "Code savoir-faire": "", "Code mode exercice": "S" }),
    }),
  );
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await importerRpps(client, { fichier: await ecrireFichier(lignes), reconstruireAPartirDe: 1 });
  });
});
afterAll(() => annuaire.fermer());

const QUESTION = /* GraphQL */ `
  query ($recherche: String!, $filtre: ProfessionnelFiltre, $proximite: ProximiteInput, $after: String) {
    professionnels(recherche: $recherche, filtre: $filtre, proximite: $proximite, first: 25, after: $after) {
      totalCount
      totalExact
      facettes { champ plafonnee valeurs { code nombre } }
      edges { node { rpps } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
interface Reponse {
  professionnels: {
    totalCount: number;
    totalExact: boolean;
    facettes: { champ: string; plafonnee: boolean; valeurs: { code: string; nombre: number }[] }[];
    edges: { node: { rpps: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
const demander = async (variables: object) =>
  (await annuaire.demander<Reponse>(QUESTION, { filtre: null, proximite: null, after: null, ...variables }))
    .professionnels;
const facette = ({ facettes }: Reponse["professionnels"], champ: string) =>
  facettes.find((une) => une.champ === champ) ?? { plafonnee: null, valeurs: [] };

describe("Un nom que portent plus de 10 000 personnes", () => {
  it.each([
    ["un département", "thomas", { filtre: { departements: ["31"] } }],
    ["une commune", "thom", { filtre: { codesInsee: ["31555"] } }],
    ["une profession", "thomas zo", { filtre: { professions: ["60"] } }],
    ["un mode d'exercice", "thomas", { filtre: { modes: ["SALARIE"] } }],
    ["un rayon", "thomas", { proximite: { codeInsee: "31555", rayonKm: 10 } }],
  ])("se compte exactement dès que %s laisse passer peu de monde", async (_quoi, recherche, criteres) => {
    const page = await demander({ recherche, ...criteres });
    expect({ total: page.totalCount, exact: page.totalExact }).toEqual({ total: RARES, exact: true });
    expect(facette(page, "departement")).toMatchObject({
      plafonnee: false,
      valeurs: [{ code: "31", nombre: RARES }],
    });
    const suite = await demander({ recherche, ...criteres, after: page.pageInfo.endCursor });
    const lus = [...page.edges, ...suite.edges].map(({ node }) => node.rpps).toSorted();
    expect(lus).toEqual(Array.from({ length: RARES }, (_, rang) => rppsDe(FREQUENTS + rang)).toSorted());
    expect(suite.pageInfo.hasNextPage).toBe(false);
  });

  it("ne se compte pas au-delà, et le dit", async () => {
    const page = await demander({ recherche: "thomas" });
    expect(page.totalExact).toBe(false);
    expect(page.facettes.every(({ plafonnee }) => plafonnee)).toBe(true);
    expect(page.edges).toHaveLength(25);
  });
});
