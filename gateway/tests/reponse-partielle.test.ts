import { describe, expect, it } from "vitest";
import { readSupergraph } from "../src/supergraph.ts";
import { createPartialAnswers } from "../src/transport/partial-answer.ts";

const supergraph = readSupergraph(`
  enum join__Graph { A @join__graph(name: "a", url: "http://a") B @join__graph(name: "b", url: "") }
  type Lieu @join__type(graph: A, key: "id") @join__type(graph: B, key: "code pays { iso }") {
    id: ID!
    code: String
    nom: String
    position: Position
    rang: Int!
    distance: Int @join__field(graph: B, requires: "code rang position { ... on Position { latitude } }")
  }
`);
const partial = createPartialAnswers(supergraph);
const FETCH = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Lieu { __typename nom code rang ou: position { latitude } }
} }`;
const representations = [
  { __typename: "Lieu", id: "1" },
  { __typename: "Lieu", id: "2" },
];

describe("Le supergraphe lu", () => {
  it("nomme les sous-graphes, les champs exigés et les clés", () => {
    expect(supergraph.subgraphs).toEqual([
      { name: "a", url: "http://a" },
      { name: "b", url: "" },
    ]);
    expect([...supergraph.requiredFields]).toEqual(["code", "rang", "position", "latitude"]);
    expect([...(supergraph.keyFields.get("Lieu") ?? [])]).toEqual(["id", "code", "pays"]);
    expect([...(supergraph.nonNullFields.get("Lieu") ?? [])]).toEqual(["id", "rang"]);
  });
});

describe("La réponse partielle", () => {
  it("annule ce qu'un autre sous-graphe exige, sous son alias, jamais une clé ni ce qui ne peut être nul", () => {
    expect(partial.failed(FETCH, { representations })).toEqual({
      data: { _entities: [{ ou: null }, { ou: null }] },
      path: ["_entities", 0, "nom"],
    });
  });

  it("ne dit rien d'une racine : un autre sous-graphe a pu répondre au même champ", () => {
    expect(partial.failed("{ a b: c(x: 1) { d } }", undefined)).toEqual({ data: null, path: ["a"] });
  });

  it("complète les entités absentes et elles seules", () => {
    const presente = { nom: "x", ou: { latitude: 1 } };
    expect(partial.completed(FETCH, { representations }, { _entities: [null, presente] })).toEqual({
      _entities: [{ ou: null }, presente],
    });
  });

  it("ne reconnaît pas une réponse qui ne compte pas ses entités", () => {
    expect(partial.completed(FETCH, { representations }, { _entities: [null] })).toBeNull();
    expect(partial.completed(FETCH, { representations }, { _entities: null })).toBeNull();
    expect(partial.completed(FETCH, { representations }, {})).toBeNull();
  });
});
