import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PasserelleDeTest, startEnProcessus } from "./passerelle.ts";
import { transportImaginaire } from "./sous-graphe-imaginaire.ts";

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost"])
  input Filtre { simple: Int cher: Boolean @cost(weight: 7) dedans: [Filtre!] }
  input Libre { dedans: Libre simple: Int }
  input AvecDefaut { cher: Int! = 1 @cost(weight: 4) }
  interface Cotee { cote(texte: String @cost(weight: 3)): Int }
  type Chose implements Cotee { cote(texte: String): Int }
  type Query {
    libre(texte: String, libre: Libre): Int
    prix(texte: String @cost(weight: 3), filtre: Filtre, parDefaut: Int = 1 @cost(weight: 2)): Int
    defaut(filtre: AvecDefaut): Int
    choses: [Chose]
  }
`;

let passerelle: PasserelleDeTest;
beforeAll(async () => {
  const { supergraphSdl, errors } = composeServices([
    { name: "prix", typeDefs: parse(SDL), url: "http://prix.invalid" },
  ]);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join("\n"));
  passerelle = await startEnProcessus({ supergraphSdl, transport: transportImaginaire({ prix: SDL }, []) });
});
afterAll(() => passerelle.stop());

const demander = async (query: string, variables: object = {}) => {
  const { data, errors, texte } = await passerelle.demander(query, { variables });
  return { data, errors, cost: JSON.parse(texte).extensions.cost as { requested: number; actual: number } };
};

/** Filters in filters, each with the field that weighs. */
const emboites = (nombre: number): object =>
  Array.from({ length: nombre }).reduce<object>((dedans) => ({ cher: true, dedans }), { simple: 1 });

describe("Ce que coûte une saisie", () => {
  it.each<[string, string, number, object?]>([
    ["rien, sans poids", '{ libre(texte: "a", libre: { simple: 1, dedans: { simple: 2 } }) }', 0],
    ["l'argument qui vaut par défaut", "{ prix }", 2],
    ["l'argument donné", '{ prix(texte: "a") }', 5],
    ["rien pour un argument nul", "{ prix(texte: null, parDefaut: null) }", 0],
    ["rien pour un champ de saisie sans poids", "{ prix(filtre: { simple: 1 }) }", 2],
    ["le champ de saisie donné", "{ prix(filtre: { cher: false }) }", 9],
    ["le champ de saisie qui vaut par défaut", "{ defaut(filtre: {}) }", 4],
    ["chaque élément d'une liste", "{ prix(filtre: { dedans: [{ cher: true }, { cher: true }, { simple: 1 }] }) }", 16],
    ["l'élément qui tient lieu de liste", "{ prix(filtre: { dedans: { cher: true } }) }", 9],
    ["la variable", "query ($f: Filtre) { prix(filtre: $f) }", 16, { f: { cher: true, dedans: [{ cher: true }] } }],
    ["rien pour une variable absente", "query ($t: String) { prix(texte: $t) }", 2],
    ["le défaut de la variable", 'query ($t: String = "a") { prix(texte: $t) }', 5],
    ["rien pour la variable nulle malgré son défaut", 'query ($t: String = "a") { prix(texte: $t) }', 2, { t: null }],
    ["la variable dans un champ", "query ($c: Boolean) { prix(filtre: { cher: $c }) }", 9, { c: true }],
    ["chaque champ, sous chaque alias", '{ a: prix(texte: "a") b: prix(texte: "b") }', 10],
    ["chaque objet qui le porte, et par l'interface", '{ choses { cote(texte: "a") } }', 40],
  ])("compte %s", async (_quoi, query, requested, variables = {}) => {
    const { errors, cost } = await demander(query, variables);
    expect(errors.filter(({ extensions }) => extensions.code === "BAD_USER_INPUT")).toEqual([]);
    expect(cost.requested).toBe(requested);
  });

  it("est aussi dit après, pour ce qui est venu", async () => {
    const { data, cost } = await demander('{ prix(texte: "a") choses { cote(texte: "a") } ... { prix(texte: "a") } }');
    const choses = ((data?.choses as unknown[] | null) ?? []).filter((chose) => chose !== null);
    expect(cost.actual).toBe(5 + choses.length * 4);
  });

  it("arrête une saisie trop lourde, aussi profonde soit-elle", async () => {
    const { data, errors } = await demander("query ($f: Filtre) { prix(filtre: $f) }", { f: emboites(3_000) });
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: "COST_EXCEEDED", cout: 21_002, maximum: 5_000 },
    ]);
  });
});
