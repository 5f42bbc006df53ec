import { connect } from "node:net";
import { demanderJeton } from "@coordination/identite-locale";
import { createSceauInterne, ENTETE_JETON_INTERNE } from "@coordination/server-kit";
import { TEST_SECRET } from "@coordination/test-kit";
import { NOMS_DE_SERVICE, type NomDeService } from "@coordination/tools";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demanderParHttp, type MaisonDeTest, ouvrirMaisonDeTest } from "../journeys/maison.fixture.ts";

const ORDINAIRE = '{ commune(codeInsee: "69266") { nom } }';
/** An actor whom an intruder would like to be. */
const appel = {
  acteur: {
    sub: "intrus",
    rpps: "89900000012",
    structures: [],
    profils: ["agence"],
    scopes: ["parcours:lire", "parcours:ecrire"],
    clientId: null,
  },
  requestId: "r",
};
const SCHEMA = JSON.stringify({ query: "{ _service { sdl } }" });

let maison: MaisonDeTest;
beforeAll(async () => {
  maison = await ouvrirMaisonDeTest({ jeu: "vide", distribuee: true });
}, 240_000);
afterAll(() => maison.stop());

const portDe = (nom: NomDeService): number => maison.configuration.port + 11 + NOMS_DE_SERVICE.indexOf(nom);

async function poster(nom: NomDeService, corps: string, entetes: Readonly<Record<string, string>> = {}) {
  const reponse = await fetch(`http://127.0.0.1:${portDe(nom)}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...entetes },
    body: corps,
  });
  return { statut: reponse.status, texte: await reponse.text() };
}

async function repondToujours(): Promise<void> {
  const { statut, corps } = await demanderParHttp(maison, ORDINAIRE);
  expect({ statut, data: corps.data }).toEqual({ statut: 200, data: { commune: { nom: "Villeurbanne" } } });
}

describe.each(NOMS_DE_SERVICE)("Le sous-graphe %s, appelé sans passer par la passerelle", (nom) => {
  it("n'écoute que sur la boucle locale", async () => {
    const ailleurs = await new Promise<string>((resolve) => {
      const socket = connect(portDe(nom), "127.0.0.2");
      socket.on("connect", () => resolve("ouvert")).on("error", () => resolve("fermé"));
      socket.on("connect", () => socket.destroy());
    });
    expect(ailleurs).toBe("fermé");
  });

  it.each([
    ["son schéma", SCHEMA],
    [
      "des entités",
      '{"query":"{ _entities(representations: [{ __typename: \\"Commune\\", codeInsee: \\"69266\\" }]) { __typename } }"}',
    ],
    ["l'introspection", '{"query":"{ __schema { queryType { name } } }"}'],
    ["une question ordinaire", JSON.stringify({ query: ORDINAIRE })],
    ["un corps illisible", "{"],
  ])("refuse %s, avec ou sans jeton d'accès", async (_question, corps) => {
    const { issuer, configuration } = maison;
    const { jeton } = await demanderJeton({ issuer, dataDir: configuration.dataDir, profil: "editeur" });
    const tentatives = [
      {},
      { authorization: `Bearer ${jeton}` },
      { [ENTETE_JETON_INTERNE]: jeton },
      { [ENTETE_JETON_INTERNE]: "" },
      { "x-forwarded-for": "127.0.0.1", "x-request-id": "r" },
    ];
    for (const entetes of tentatives) {
      const { statut, texte } = await poster(nom, corps, entetes);
      expect(statut).toBe(401);
      expect(texte).not.toMatch(/sdl|type Query|stack|jwt/i);
    }
    await repondToujours();
  });

  it("refuse un appel scellé d'un autre secret, pour un autre, pour un autre corps, ou rejoué", async () => {
    const sceau = createSceauInterne(TEST_SECRET);
    const autre = NOMS_DE_SERVICE.find((candidat) => candidat !== nom) ?? "";
    const scelle = async (jeton: Promise<string>, corps = SCHEMA) =>
      (await poster(nom, corps, { [ENTETE_JETON_INTERNE]: await jeton })).statut;
    expect(await scelle(createSceauInterne(`${TEST_SECRET}?`).signer(nom, appel, SCHEMA))).toBe(401);
    expect(await scelle(sceau.signer(autre, appel, SCHEMA))).toBe(401);
    expect(await scelle(sceau.signer("passerelle", appel, SCHEMA))).toBe(401);
    const vu = sceau.signer(nom, appel, SCHEMA);
    expect(await scelle(vu, '{"query":"{ __typename }"}')).toBe(401);
    expect(await scelle(vu)).toBe(200);
    expect(await scelle(vu)).toBe(401);
    await repondToujours();
  });
});

describe("La porte interne de la passerelle", () => {
  it("reste fermée à un jeton d'accès, à un sceau d'un sous-graphe, et à un rejeu", async () => {
    const sceau = createSceauInterne(TEST_SECRET);
    const corps = JSON.stringify({ query: `query Q ${ORDINAIRE}`, operationName: "Q", variables: {} });
    const envoyer = async (jeton: string) => {
      const reponse = await fetch(`${maison.url}/interne/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", [ENTETE_JETON_INTERNE]: jeton },
        body: corps,
      });
      return reponse.status;
    };
    expect(await envoyer("faux")).toBe(401);
    expect(await envoyer(await sceau.signer("parcours", appel, corps))).toBe(401);
    const vu = await sceau.signer("passerelle", appel, corps);
    expect([await envoyer(vu), await envoyer(vu)]).toEqual([200, 401]);
    await repondToujours();
  });
});
