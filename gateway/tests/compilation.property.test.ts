import { readdirSync, readFileSync } from "node:fs";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { createExecutor, type SubgraphExecutor } from "@coordination/server-kit";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type GraphQLSchema, isAbstractType, isObjectType, parse, validate } from "graphql";
import { sceau, silencieux } from "./passerelle.ts";
import { ecrireRequete } from "./requetes-au-hasard.ts";
import { champImaginaire, typeImaginaire } from "./sous-graphe-imaginaire.ts";

const dossier = new URL("../../schema/subgraphs/", import.meta.url);
const noms = readdirSync(dossier);

/** The real schema, each field answered with something made up, late one time out of two. */
function schemaImaginaire(sdl: string): GraphQLSchema {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type) && type.name !== "_Entity") {
      type.resolveType = (value) => typeImaginaire(value, schema.getPossibleTypes(type));
    }
    if (!isObjectType(type) || type.name.startsWith("_")) continue;
    for (const field of Object.values(type.getFields()).filter(({ name }) => !name.startsWith("_"))) {
      const repondre = (source: unknown) =>
        champImaginaire(source, `${type.name}.${field.name}`, field.name, field.type);
      field.resolve = field.name.length % 2 === 0 ? repondre : async (source: unknown) => repondre(source);
    }
  }
  return schema;
}

const executeur = (schema: GraphQLSchema, compileeApres: number): SubgraphExecutor =>
  createExecutor(
    { name: "imaginaire", sdl: "", schema, createContexte: () => ({}), verifierPret: async () => {} },
    { sceau, logger: silencieux, compileeApres },
  );

const SANS_REFERENCE = /\(référence [^)]*\)/g;

describe("Une opération compilée répond comme graphql-js", () => {
  it.each(noms)("sur le schéma %s", async (nom) => {
    const schema = schemaImaginaire(readFileSync(new URL(nom, dossier), "utf8"));
    const executeurs = [executeur(schema, Number.POSITIVE_INFINITY), executeur(schema, 0)];
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const tirer = (borne: number) => gen(fc.nat, { max: Math.max(0, borne - 1) });
        // What has conditions is not compiled.
        const query = ecrireRequete(schema, tirer, 3).replace(/ @\w+\([^)]*\)|\(\$oui[^)]*\)/g, "");
        fc.pre(validate(schema, parse(query)).length === 0);
        const appel = { acteur: null, requestId: "r" };
        const reponses = executeurs.map((each) => each.repondre({ query }, appel));
        const [interpretee, compilee] = (await Promise.all(reponses)).map(({ data, errors = [] }) => ({
          data: JSON.parse(JSON.stringify(data)) as unknown,
          errors: errors.map(({ message, path }) => JSON.stringify([message.replace(SANS_REFERENCE, ""), path])).sort(),
        }));
        expect(compilee).toEqual(interpretee);
      }),
      { numRuns: 25 },
    );
  });
});
