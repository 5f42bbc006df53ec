import { createHash } from "node:crypto";
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  execute,
  type FormattedExecutionResult,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  parse,
} from "graphql";
import type { SubgraphTransport } from "../src/index.ts";

/** One chance out of `sur`, always the same for the same words. */
const hasard = (mots: string, sur: number): number => createHash("sha1").update(mots).digest().readUInt32BE() % sur;

const SCALAIRES: Readonly<Record<string, (graine: string) => unknown>> = {
  Int: (graine) => hasard(graine, 100),
  Float: (graine) => hasard(graine, 1000) / 10,
  Boolean: (graine) => hasard(graine, 2) === 1,
};

/**
 * Subgraphs that answer anything their schema allows, made up from what is asked: the same question always has the same
 * answer. One field out of ten is null or fails; a subgraph named in `muets` does not answer.
 */
export function transportImaginaire(
  sdls: Readonly<Record<string, string>>,
  muets: readonly string[],
): SubgraphTransport {
  const schemas = new Map(
    Object.entries(sdls).map(([nom, sdl]) => [nom, buildSubgraphSchema([{ typeDefs: parse(sdl) }])]),
  );
  return {
    // Executed by graphql-js over their own schemas, in this process.
    answersComplete: true,
    call: async (nom, { query, variables }) => {
      const schema = schemas.get(nom);
      if (schema === undefined || muets.includes(nom)) throw new Error("muet");
      return repondre(schema, query, variables ?? {});
    },
    ready: async () => {},
    close: async () => {},
  };
}

async function repondre(
  schema: GraphQLSchema,
  query: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<FormattedExecutionResult> {
  const result = await execute({
    schema,
    document: parse(query),
    variableValues,
    fieldResolver: (source: unknown, _args, _context, { fieldName, returnType, parentType }) => {
      // A key, and whatever was required: given with the reference.
      const donnee = (source as Record<string, unknown> | undefined)?.[fieldName];
      if (donnee !== undefined) return donnee;
      const graine = `${parentType.name}.${fieldName} ${JSON.stringify(source ?? null)}`;
      if (hasard(graine, 40) === 0) throw new Error(`échec de ${fieldName}`);
      return imaginer(returnType, graine);
    },
    typeResolver: (value, _context, _info, type) => {
      const possibles = schema.getPossibleTypes(type);
      const dit = (value as { __typename?: string }).__typename;
      if (possibles.some(({ name }) => name === dit)) return dit;
      return possibles[hasard(JSON.stringify(value), possibles.length)]?.name;
    },
  });
  return JSON.parse(JSON.stringify(result)) as FormattedExecutionResult;
}

function imaginer(type: GraphQLOutputType, graine: string): unknown {
  if (isNonNullType(type)) return imaginer(type.ofType, `${graine}!`);
  if (!graine.endsWith("!") && hasard(`${graine} nul`, 15) === 0) return null;
  if (isListType(type)) {
    return Array.from({ length: hasard(graine, 4) }, (_, rang) => imaginer(type.ofType, `${graine} ${rang}`));
  }
  if (isEnumType(type)) return type.getValues()[hasard(graine, type.getValues().length)]?.value;
  if (isScalarType(type)) return SCALAIRES[type.name]?.(graine) ?? `texte ${hasard(graine, 1000)}`;
  return { graine: hasard(graine, 1_000_000) };
}
