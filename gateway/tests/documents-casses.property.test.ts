import { readFileSync } from "node:fs";
import { CATALOGUE_DES_ERREURS } from "@coordination/server-kit";
import { ecrireRequete, type Tirer } from "@coordination/test-kit";
import fc from "fast-check";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApollo } from "../src/ouverte/apollo.ts";
import { createFederation } from "../src/plan/federation.ts";
import { readSupergraph } from "../src/supergraph.ts";
import { createSources } from "../src/transport/data-source.ts";
import { createPartialAnswers } from "../src/transport/partial-answer.ts";
import { demander, type PasserelleDeTest, silencieux, startEnProcessus } from "./passerelle.ts";

const lire = (nom: string): string => readFileSync(new URL(`../../schema/${nom}.graphql`, import.meta.url), "utf8");
const schema = buildSchema(lire("api"));

/** What a hand, or a machine, may put where it should not. */
const INTRUS = `{ } ( ) [ ] ! @ $ : = ... | & # " """ \\ \` ? ' 01 1e 1. - "\\u{110000}" "\\q" é on null true fragment
  subscription @skip @absente ...F $v "Dupont" __typename id type T { a: Int } query Z { __typename }`.split(/\s+/);

/** The words of a document, some removed, repeated, moved, replaced or joined. */
function casser(document: string, tirer: Tirer): string {
  const mots = document.match(/\w+|"(?:\\.|[^"\\])*"|\.\.\.|\S/g) ?? [];
  for (let reste = 1 + tirer(4); reste > 0; reste -= 1) {
    const ici = tirer(mots.length);
    const ailleurs = mots[tirer(mots.length)] ?? "";
    const intrus = INTRUS[tirer(INTRUS.length)] ?? "";
    const gestes = [[], [ailleurs], [intrus], [mots[ici] ?? "", ailleurs], [mots[ici] ?? "", intrus]];
    mots.splice(ici, 1, ...(gestes[tirer(gestes.length)] ?? []));
  }
  return mots.slice(0, tirer(10) === 0 ? tirer(mots.length) : mots.length).join(" ");
}

/** Words of English that no sentence of ours, nor any name of the schema, holds. */
const ANGLAIS = /\b(the|must|should|expected|unexpected|cannot|invalid|unknown|found|not|was|of type|Syntax|Error)\b/i;

const sdl = lire("supergraph");
const transport = { call: async () => ({ data: {} }), ready: async () => {}, close: async () => {} };

let passerelle: PasserelleDeTest;
let apollo: Awaited<ReturnType<typeof startApollo>>;
beforeAll(async () => {
  passerelle = await startEnProcessus({ supergraphSdl: sdl, transport });
  const supergraph = readSupergraph(sdl);
  const moyens = { transport, partial: createPartialAnswers(supergraph), logger: silencieux };
  apollo = await startApollo(createFederation(sdl, createSources(supergraph, moyens)), silencieux);
});
afterAll(() => Promise.all([passerelle.stop(), apollo.stop()]));

/** What ApolloServer answers, over the same supergraph. */
async function demanderAApollo(query: string, operationName: string | undefined) {
  const contextValue = { appel: { acteur: null, requestId: "r" }, echeance: Number.POSITIVE_INFINITY };
  const designee = operationName === undefined ? {} : { operationName };
  const { body } = await apollo.executeOperation({ query, ...designee, variables: { oui: true } }, { contextValue });
  if (body.kind !== "single") throw new Error("one answer");
  return body.singleResult;
}

describe("Un document cassé", () => {
  it("reçoit toujours un refus du catalogue, en français et précis, ou sa réponse", async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const tirer: Tirer = (borne) => gen(fc.nat, { max: Math.max(0, borne - 1) });
        const document = casser(ecrireRequete(schema, tirer, 2), tirer);
        const { status, errors } = await passerelle.demander(document, { variables: { oui: true } });
        expect([200, 400]).toContain(status);
        for (const { message, extensions } of errors) {
          expect(Object.keys(CATALOGUE_DES_ERREURS)).toContain(extensions.code);
          expect(extensions.code).not.toBe("INTERNAL_SERVER_ERROR");
          expect(message).not.toMatch(ANGLAIS);
          // More than the kind of fault: what it is.
          expect(message).not.toMatch(/^La requête GraphQL ne (se lit|correspond) pas( au schéma)?\.$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("n'est refusé que si ApolloServer le refuse, quelle que soit l'opération désignée", async () => {
    let executes = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.constantFrom(undefined, undefined, "Z", "Absente"), async (gen, operationName) => {
        const tirer: Tirer = (borne) => gen(fc.nat, { max: Math.max(0, borne - 1) });
        const entier = ecrireRequete(schema, tirer, 2);
        const document = tirer(2) === 0 ? entier : casser(entier, tirer);
        const query = tirer(3) === 0 ? `${document} query Z { __typename }` : document;
        const [notre, sienne] = await Promise.all([
          demander(`${passerelle.url}/graphql`, { query, operationName, variables: { oui: true } }),
          demanderAApollo(query, operationName),
        ]);
        // A cost, a limit, a page too large: ours alone to refuse.
        if (notre.errors.some(({ extensions }) => extensions.code !== "BAD_USER_INPUT" || "limite" in extensions))
          return;
        executes += notre.data === undefined ? 0 : 1;
        expect(notre.data).toEqual(sienne.data);
      }),
      { numRuns: 300 },
    );
    expect(executes).toBeGreaterThan(10);
  });
});
