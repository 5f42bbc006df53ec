import { readdirSync, readFileSync } from "node:fs";
import { ecrireRequete } from "@coordination/test-kit";
import fc from "fast-check";
import { type ExecutionResult, execute, type GraphQLSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { createExecution } from "../src/execution/executer.ts";
import { type Humeur, imaginerUnSchema } from "./schema-imaginaire.ts";

const schemas = new URL("../../../schema/subgraphs/", import.meta.url);
const SDLS = readdirSync(schemas).map((nom) => readFileSync(new URL(nom, schemas), "utf8"));

/** What is said of a defect of ours is ours; where it stands is GraphQL's. */
const LES_NOTRES = /^(Not a list|Expected Iterable|No type of|Abstract type)/;

const lire = ({ data, errors = [] }: ExecutionResult) => ({
  data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
  errors: errors
    .map(({ message, path, locations }) =>
      JSON.stringify({ message: LES_NOTRES.test(message) ? "défaut" : message, path, locations }),
    )
    .sort(),
});

const ecrire = (schema: GraphQLSchema, gen: fc.GeneratorValue) =>
  ecrireRequete(schema, (borne) => gen(fc.nat, { max: Math.max(0, borne - 1) }));

/** Twice: what is kept of the first time must not show the second. */
async function repondre(schema: GraphQLSchema, query: string, oui: boolean) {
  const executer = createExecution(schema, parse(query));
  const demande = { operationName: undefined, contextValue: {} };
  await executer({ ...demande, variables: { oui: !oui } });
  return lire(await executer({ ...demande, variables: { oui } }));
}

const reference = async (schema: GraphQLSchema, query: string, oui: boolean) =>
  lire(await execute({ schema, document: parse(query), variableValues: { oui } }));

describe("L'exécution d'un sous-graphe répond comme graphql-js", () => {
  it.each<[string, Humeur]>([
    ["quand tout répond aussitôt, quoi qui échoue", { asynchrone: false, casse: true }],
    ["quand des valeurs viennent plus tard, nulles où le schéma le permet", { asynchrone: true, casse: false }],
  ])("%s", async (_quand, humeur) => {
    const schemas = SDLS.map((sdl) => imaginerUnSchema(sdl, humeur));
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.constantFrom(...schemas), fc.boolean(), async (gen, schema, oui) => {
        const query = ecrire(schema, gen);
        fc.pre(validate(schema, parse(query)).length === 0);
        const nous = await repondre(schema, query, oui);
        expect({ query, ...nous }).toEqual({ query, ...(await reference(schema, query, oui)) });
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  // graphql-js leaves a rejection unheard when an element of a list fails before another that is to come: it is asked of values
  // that are all there. Of several errors that make the same place null, which one is told depends on which comes first.
  it("quand des valeurs viennent plus tard, quoi qui échoue : les mêmes données qu'aussitôt", async () => {
    const schemas = SDLS.map((sdl) => ({
      plusTard: imaginerUnSchema(sdl, { asynchrone: true, casse: true }),
      aussitot: imaginerUnSchema(sdl, { asynchrone: false, casse: true }),
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.gen(),
        fc.constantFrom(...schemas),
        fc.boolean(),
        async (gen, { plusTard, aussitot }, oui) => {
          const query = ecrire(plusTard, gen);
          fc.pre(validate(plusTard, parse(query)).length === 0);
          const nous = await repondre(plusTard, query, oui);
          const { data, errors } = await reference(aussitot, query, oui);
          expect({ query, data: nous.data, fautif: nous.errors.length > 0 }).toEqual({
            query,
            data,
            fautif: errors.length > 0,
          });
        },
      ),
      { numRuns: 150, endOnFailure: true },
    );
  });
});
