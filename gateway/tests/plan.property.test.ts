import { readdirSync, readFileSync } from "node:fs";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { ecrireRequete } from "@coordination/test-kit";
import fc from "fast-check";
import {
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  validate,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFederation } from "../src/plan/federation.ts";
import { createPlanner } from "../src/plan/planner.ts";
import type { ContexteDeRequete } from "../src/requete.ts";
import { readSupergraph } from "../src/supergraph.ts";
import { SubgraphDataSource } from "../src/transport/data-source.ts";
import { createPartialAnswers } from "../src/transport/partial-answer.ts";
import { silencieux } from "./passerelle.ts";
import { transportImaginaire } from "./sous-graphe-imaginaire.ts";

const schemas = new URL("../../schema/", import.meta.url);
const lire = (nom: string): string => readFileSync(new URL(nom, schemas), "utf8");
const sdl = lire("supergraph.graphql");
const sdls = Object.fromEntries(
  readdirSync(new URL("subgraphs/", schemas)).map((nom) => [nom.replace(".graphql", ""), lire(`subgraphs/${nom}`)]),
);
const contextValue: ContexteDeRequete = {
  appel: { acteur: null, requestId: "r" },
  echeance: Number.POSITIVE_INFINITY,
};
/** How Apollo's planner fails on what `castProvidedObjects` mends: nothing to compare with. */
const DEFAUT_D_APOLLO = "We should have an edge";
const INTERFACES = new Set(sdl.match(/(?<=^interface )\w+/gm));
const MUETS = [[], [], [], ...Object.keys(sdls).map((nom) => [nom])];

/**
 * Apollo's executor loses what an entity is when a subgraph that only knows the interface answers about it, and with it what
 * was asked by type (`InterfaceObjects.keepType` is ours): it keeps the type when the answer gives none.
 */
function withoutInterfaces(answer: FormattedExecutionResult | undefined) {
  const entities = answer?.data?._entities;
  if (!Array.isArray(entities)) return answer;
  const own = entities.map((entity) =>
    INTERFACES.has(entity?.__typename) ? { ...entity, __typename: undefined } : entity,
  );
  return { ...answer, data: { ...answer?.data, _entities: own } };
}

/** Apollo's own gateway and ours, over the same subgraphs. */
async function ouvrirLesDeux(muets: readonly string[]) {
  const supergraph = readSupergraph(sdl);
  const means = {
    transport: transportImaginaire(sdls, muets),
    partial: createPartialAnswers(supergraph),
    logger: silencieux,
  };
  const sources = new Map(supergraph.subgraphs.map(({ name }) => [name, new SubgraphDataSource(name, means)] as const));
  process.env.APOLLO_TELEMETRY_DISABLED = "1";
  const stock = new ApolloGateway({
    supergraphSdl: sdl,
    logger: silencieux,
    buildService: ({ name }) => ({
      process: async ({ request, context }) => {
        const { query = "", variables, operationName } = request;
        const answer = await sources
          .get(name)
          ?.fetch({ query, variables, operationName }, context as ContexteDeRequete);
        return withoutInterfaces(answer) as never;
      },
    }),
  });
  const serveurs = [stock, createFederation(sdl, sources)].map(
    (gateway) => new ApolloServer<ContexteDeRequete>({ gateway, logger: silencieux, nodeEnv: "test" }),
  );
  await Promise.all(serveurs.map((serveur) => serveur.start()));
  return {
    demander: (query: string, variables: object) =>
      Promise.all(serveurs.map((serveur) => repondre(serveur, query, variables))),
    fermer: async () => {
      await Promise.all(serveurs.map((serveur) => serveur.stop()));
    },
  };
}

async function repondre(serveur: ApolloServer<ContexteDeRequete>, query: string, variables: object) {
  const { body } = await serveur.executeOperation({ query, variables: { ...variables } }, { contextValue });
  if (body.kind !== "single") throw new Error("one answer");
  const { data, errors = [] } = JSON.parse(JSON.stringify(body.singleResult));
  const visibles = errors.map(({ message, path, extensions }: GraphQLFormattedError) => {
    const { code, serviceName } = extensions ?? {};
    return JSON.stringify({ message, path, code, serviceName });
  });
  // Fetches run side by side: their errors come in any order.
  return { data, errors: visibles.sort() };
}

describe("Le planificateur", () => {
  it("trouve un plan à toute requête valide sur les quatre sous-graphes", () => {
    const { apiSchema, plan } = createPlanner(sdl);
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        const query = ecrireRequete(apiSchema, (borne) => gen(fc.nat, { max: Math.max(0, borne - 1) }));
        const document = parse(query);
        fc.pre(validate(apiSchema, document).length === 0);
        expect(plan(document, undefined).operation.operation).toBe("query");
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});

describe("L'exécuteur de plans répond comme celui d'Apollo", () => {
  const ouverts = new Map<string, Awaited<ReturnType<typeof ouvrirLesDeux>>>();
  let schema: GraphQLSchema;

  beforeAll(async () => {
    schema = createPlanner(sdl).apiSchema;
    for (const muets of MUETS) ouverts.set(muets.join(), await ouvrirLesDeux(muets));
  });
  afterAll(async () => {
    for (const { fermer } of ouverts.values()) await fermer();
  });

  it("à toute requête sur les quatre sous-graphes, qu'ils échouent ou non", async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.constantFrom(...MUETS), fc.boolean(), async (gen, muets, oui) => {
        const query = ecrireRequete(schema, (borne) => gen(fc.nat, { max: Math.max(0, borne - 1) }));
        fc.pre(validate(schema, parse(query)).length === 0);
        const [apollo, nous] = (await ouverts.get(muets.join())?.demander(query, { oui })) ?? [];
        if (apollo?.errors.some((error: string) => error.includes(DEFAUT_D_APOLLO)))
          expect(nous?.data).not.toBeUndefined();
        else expect({ query, ...nous }).toEqual({ query, ...apollo });
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});
