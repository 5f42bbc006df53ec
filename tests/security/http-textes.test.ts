import { demanderJeton } from "@coordination/identite-locale";
import type { FormattedExecutionResult } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demanderParHttp, type MaisonDeTest, ouvrirMaisonDeTest } from "../journeys/maison.fixture.ts";
import { attendreLeService } from "./http.fixture.ts";
import { AUTRES_TEXTES, INJECTIONS, TRES_LONGS } from "./textes-hostiles.fixture.ts";

let maison: MaisonDeTest;
let coordinatrice: string;

beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "demo" });
  const { issuer, configuration } = maison;
  const { dataDir } = configuration;
  coordinatrice = (await demanderJeton({ issuer, dataDir, profil: "coordinatrice-dac" })).jeton;
}, 240_000);
afterAll(() => maison.stop());

/** Every text that the four subgraphs search in. */
const RECHERCHES = `query Recherches($texte: String!) {
  structures(first: 5, recherche: $texte) { edges { node { nom } } }
  communes(first: 5, recherche: $texte) { nom }
  professionnels(first: 5, recherche: $texte) { edges { node { nom } } }
  professions(recherche: $texte) { code }
  savoirFaire(recherche: $texte) { code }
  actes(recherche: $texte) { code }
  delegations(first: 5, filtre: { recherche: $texte }) { edges { node { code } } }
}`;

interface Trouve {
  readonly structures: { readonly edges: readonly unknown[] };
}

/** Every identifier by which the four subgraphs find one thing. */
const IDENTIFIANTS = `query Identifiants($id: ID!) {
  structure(id: $id) { id } region(code: $id) { code } departement(code: $id) { code }
  professionnel(id: $id) { id } situation(id: $id) { id }
  delegation(code: $id) { code } equipeProtocole(id: $id) { id }
  parcours(id: $id) { id } besoin(id: $id) { id } orientation(id: $id) { id }
}`;

const INTERNE =
  /\bat \w+[ .(]|stack|node_modules|\/work|\/src\/|\.ts\b|\.js\b|select |insert |pg_|postgres|relation |subgraph|serviceName|mikro|DatabaseError|subgraphs?|professionals|delegations-|Apollo/i;
const CODES = ["BAD_USER_INPUT", "NOT_FOUND", "FORBIDDEN", "COST_EXCEEDED"];

/** Only typed refusals, and nothing of the inside: the request is taken away, since its own words may come back. */
function attendreSansFuite({ errors = [] }: FormattedExecutionResult, texte: string): void {
  expect(errors.map(({ extensions }) => extensions?.code).filter((code) => !CODES.includes(String(code)))).toEqual([]);
  expect(JSON.stringify(errors).replaceAll(JSON.stringify(texte).slice(1, -1), "")).not.toMatch(INTERNE);
}

/** The letters and digits of a text, and nothing else. */
const mots = (texte: string): string => texte.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const demander = async (query: string, variables: object) =>
  (await demanderParHttp(maison, query, { variables, jeton: coordinatrice })).corps;

describe("Un texte hostile", () => {
  it("n'est pas un mot ordinaire, qui trouve", async () => {
    const { data } = await demander(RECHERCHES, { texte: "villeurbanne" });
    expect(data).toMatchObject({ communes: [{ nom: "Villeurbanne" }] });
    expect((data as unknown as Trouve).structures.edges.length).toBeGreaterThan(0);
  });

  it.each(INJECTIONS)("%j ne cherche que ses mots", async (texte) => {
    const recherche = await demander(RECHERCHES, { texte });
    expect(recherche.errors).toBeUndefined();
    expect(recherche.data).toEqual((await demander(RECHERCHES, { texte: mots(texte) })).data);
    attendreSansFuite(await demander(IDENTIFIANTS, { id: texte }), texte);
    await attendreLeService(maison);
  });

  it.each(AUTRES_TEXTES)("%j ne désigne rien, et ne défait rien", async (texte) => {
    const identifiants = await demander(IDENTIFIANTS, { id: texte });
    attendreSansFuite(await demander(RECHERCHES, { texte }), texte);
    attendreSansFuite(identifiants, texte);
    expect(Object.values(identifiants.data ?? {}).filter((trouve) => trouve !== null)).toEqual([]);
    await attendreLeService(maison);
  });

  it.each(TRES_LONGS.map((texte) => [texte.slice(0, 20), texte] as const))(
    "%j, très long, reçoit sa réponse",
    async (_debut, texte) => {
      attendreSansFuite(await demander(RECHERCHES, { texte }), texte);
      attendreSansFuite(await demander(IDENTIFIANTS, { id: texte }), texte);
      await attendreLeService(maison);
    },
  );

  it("un nom d'alias ou de variable ne change pas la forme des réponses", async () => {
    const query = `query ($constructor: CodeInsee!, $toString: Int!) {
      __proto__: commune(codeInsee: $constructor) { __proto__: nom constructor: codeInsee }
      hasOwnProperty: structures(first: $toString) { __proto__: edges { __proto__: node { __proto__: nom } } }
    }`;
    const { data, errors } = await demander(query, { constructor: "69266", toString: 1 });
    expect(errors).toBeUndefined();
    const recu = Object.entries(data ?? {}).map(([nom, valeur]) => [nom, Object.entries(valeur as object)]);
    expect(recu).toEqual([
      [
        "__proto__",
        [
          ["__proto__", "Villeurbanne"],
          ["constructor", "69266"],
        ],
      ],
      ["hasOwnProperty", [["__proto__", expect.any(Array)]]],
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
