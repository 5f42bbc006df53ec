import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { type FormattedExecutionResult, graphql, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SubgraphTransport } from "../src/index.ts";
import { type PasserelleDeTest, startEnProcessus } from "./passerelle.ts";

const LIEN = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@provides", "@shareable", "@interfaceObject"])`;
const LIEUX = [
  { __typename: "Maison", id: "m", nom: "Maison du port", medecins: 3 },
  { __typename: "Centre", id: "c", nom: "Centre du pont", salles: 8 },
];
const lieu = ({ id }: { id: string }) => LIEUX.find((connu) => connu.id === id) ?? null;

/** What a place is stands in one subgraph; the other, which visits them, only knows their name. */
const SOUS_GRAPHES = {
  lieux: {
    sdl: `${LIEN}
      interface Lieu @key(fields: "id") { id: ID! nom: String! }
      type Maison implements Lieu @key(fields: "id") { id: ID! nom: String! @shareable medecins: Int! }
      type Centre implements Lieu @key(fields: "id") { id: ID! nom: String! @shareable salles: Int! }
      type Query { lieux: [Lieu!]! }`,
    resolvers: {
      Lieu: { __resolveReference: lieu, __resolveType: ({ __typename }: { __typename: string }) => __typename },
      Query: { lieux: () => LIEUX },
    },
  },
  visites: {
    sdl: `${LIEN}
      type Lieu @key(fields: "id") @interfaceObject { id: ID! nom: String! @external visites: Int! }
      type Visite { lieu: Lieu! @provides(fields: "nom") }
      type Query { visites: [Visite!]! }`,
    resolvers: {
      Lieu: { __resolveReference: ({ id }: { id: string }) => ({ id }), visites: () => 1 },
      Query: { visites: () => LIEUX.map(({ id, nom }) => ({ lieu: { id, nom } })) },
    },
  },
} as const;

let passerelle: PasserelleDeTest;
let demandes: string[] = [];
beforeAll(async () => {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(SOUS_GRAPHES).map(([name, { sdl }]) => ({ name, typeDefs: parse(sdl), url: "" })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join("\n"));
  const schemas = new Map(
    Object.entries(SOUS_GRAPHES).map(([nom, { sdl, resolvers }]) => [
      nom,
      buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]),
    ]),
  );
  const transport: SubgraphTransport = {
    call: async (nom, { query, variables }) => {
      demandes.push(nom);
      const schema = schemas.get(nom);
      if (schema === undefined) throw new Error(nom);
      const reponse = await graphql({ schema, source: query, variableValues: variables });
      return JSON.parse(JSON.stringify(reponse)) as FormattedExecutionResult;
    },
    ready: async () => {},
    close: async () => {},
  };
  passerelle = await startEnProcessus({ supergraphSdl, transport });
});
afterAll(() => passerelle.stop());

async function visites(champs: string): Promise<unknown> {
  demandes = [];
  const { data, errors } = await passerelle.demander(`{ visites { lieu { ${champs} } } }`);
  expect(errors).toEqual([]);
  return data?.visites;
}

describe("Un objet dont un sous-graphe fournit le nom sans en connaître le type", () => {
  it("se lit selon son vrai type", async () => {
    expect(await visites("nom ... on Maison { medecins visites } ... on Centre { salles }")).toEqual([
      { lieu: { nom: "Maison du port", medecins: 3, visites: 1 } },
      { lieu: { nom: "Centre du pont", salles: 8 } },
    ]);
    expect(await visites("__typename ... on Centre { nom }")).toEqual([
      { lieu: { __typename: "Maison" } },
      { lieu: { __typename: "Centre", nom: "Centre du pont" } },
    ]);
  });

  it("n'est demandé à personne d'autre quand ce qui est fourni suffit", async () => {
    expect(await visites("nom")).toEqual([{ lieu: { nom: "Maison du port" } }, { lieu: { nom: "Centre du pont" } }]);
    expect(demandes).toEqual(["visites"]);
  });
});
