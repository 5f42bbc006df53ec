import { readFileSync } from "node:fs";
import { CATALOGUE_DES_ERREURS } from "@coordination/server-kit";
import { ecrireRequete, type Tirer } from "@coordination/test-kit";
import fc from "fast-check";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PasserelleDeTest, startEnProcessus } from "./passerelle.ts";

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

let passerelle: PasserelleDeTest;
beforeAll(async () => {
  const transport = { call: async () => ({ data: {} }), ready: async () => {}, close: async () => {} };
  passerelle = await startEnProcessus({ supergraphSdl: lire("supergraph"), transport });
});
afterAll(() => passerelle.stop());

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
});
