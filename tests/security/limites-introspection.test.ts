import { demanderJeton } from "@coordination/identite-locale";
import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { maisonAttaquee, refus } from "./limites.fixture.ts";

const { attaquer, demander, configuration } = maisonAttaquee({ introspection: "portee" });

const jetonDe = async (profil: "editeur" | "infirmiere"): Promise<string> => {
  const { port, dataDir, audience } = configuration();
  const { jeton } = await demanderJeton({ profil, issuer: `http://127.0.0.1:${port + 1}`, dataDir, audience });
  return jeton;
};

const QUESTIONS: [string, string][] = [
  ["de tout le schéma", getIntrospectionQuery()],
  ["par __schema", "{ __schema { types { name } } }"],
  ["par __type", '{ __type(name: "Query") { fields { name } } }'],
  ["sous un alias", '{ a: __type(name: "Query") { name } }'],
  ["dans un fragment", "{ ...A } fragment A on Query { __schema { queryType { name } } }"],
  ["dans un fragment sans nom", "{ ... on Query { ... { __schema { queryType { name } } } } }"],
  ["à côté d'une vraie question", '{ commune(codeInsee: "69266") { nom } __schema { queryType { name } } }'],
  ["sous condition", "query ($oui: Boolean! = true) { __schema @include(if: $oui) { queryType { name } } }"],
  ["dans une mutation", "mutation { __schema { queryType { name } } }"],
  ["par l'autre opération du document", "query A { __typename } query B { __schema { queryType { name } } }"],
];

describe("L'introspection, hors du développement", () => {
  it.each(QUESTIONS)("%s est refusée à un anonyme", async (_question, query) => {
    const { statut, corps } = await attaquer(query);
    expect(statut).toBe(400);
    expect(corps.data).toBeUndefined();
    expect(JSON.stringify(corps)).not.toContain("pointEntree");
  });

  it("est refusée à qui n'en a pas la portée, en disant laquelle", async () => {
    const { statut, corps } = await attaquer("{ __schema { queryType { name } } }", {
      jeton: await jetonDe("infirmiere"),
    });
    expect(statut).toBe(400);
    expect(refus(corps)).toEqual([{ code: "FORBIDDEN" }]);
    expect(corps.errors?.[0]?.message).toContain("introspection");
  });

  it("est donnée à qui en a la portée, et le document en cache ne la donne pas au suivant", async () => {
    const query = getIntrospectionQuery();
    const { statut, corps } = await demander(query, { jeton: await jetonDe("editeur") });
    expect(statut).toBe(200);
    expect(corps.errors).toBeUndefined();
    expect((await attaquer(query)).corps.data).toBeUndefined();
  });

  it("laisse __typename à tous", async () => {
    expect((await attaquer("{ __typename }")).corps).toMatchObject({ data: { __typename: "Query" } });
  });
});

describe("Le langage entre passerelle et sous-graphes", () => {
  it.each([
    ["_service", "{ _service { sdl } }"],
    ["_entities", '{ _entities(representations: [{ __typename: "Commune", codeInsee: "69266" }]) { __typename } }'],
    ["_Any", "query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }"],
    ["join__Graph", '{ __type(name: "join__Graph") { name } }'],
  ])("n'existe pas au dehors : %s", async (_nom, query) => {
    const { statut, corps } = await attaquer(query, { variables: { r: [] } });
    expect(statut).toBe(400);
    expect(corps.data).toBeUndefined();
    expect(JSON.stringify(corps)).not.toMatch(/extend schema|STRUCTURES|@key/);
  });
});
