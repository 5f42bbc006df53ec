import { buildSubgraphSchema } from "@apollo/subgraph";
import { getDocumentNodeFromSchema } from "@graphql-tools/utils";
import {
  type DocumentNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  parse,
  print,
  specifiedDirectives,
  visit,
} from "graphql";
import { buildSchema, createResolversMap, getMetadataStorage, type NonEmptyArray } from "type-graphql";
import type { AppelInterne } from "./acteur.ts";
import { appelerDirectement, createInstances } from "./appels-directs.ts";
import { createReferencesLisibles } from "./reference.ts";

// biome-ignore lint/complexity/noBannedTypes: a type-graphql resolver is any class
type ClasseResolver = Function;

/**
 * Answers a federation reference; null when the entity does not exist, never an exception for an absent or forged key.
 * Returns a fresh object: @apollo/subgraph writes `__typename` onto it.
 */
type ResolveReference<Contexte> = {
  // A method, not a function type: a service only ever meets the contexts that it makes itself, so that the house may hold
  // its services as `Service<object>`.
  resolve(reference: Readonly<Record<string, unknown>>, contexte: Contexte, info: GraphQLResolveInfo): unknown;
}["resolve"];

/** All that a service declares; the house builds, guards and serves the rest. */
export interface SubgraphDefinition<Contexte extends object> {
  readonly name: string;
  readonly resolvers: NonEmptyArray<ClasseResolver>;
  /** Object types that no query names: implementations of an interface, extended entities. */
  readonly orphanedTypes?: readonly ClasseResolver[];
  readonly references: Readonly<Record<string, ResolveReference<Contexte>>>;
  /** How its schema is linked to federation, when it is not as the services of the house are. */
  readonly lien?: string;
}

export interface SubgraphSchema {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** The federation 2 SDL, descriptions and directives included: what is composed and committed. */
  readonly sdl: string;
}

/** A schema and what it needs to answer. */
export interface Subgraph<Contexte extends object> extends SubgraphSchema {
  /** What one request carries: database session, loaders, actor, today's date. */
  readonly createContexte: CreateContexte<Contexte>;
  /** Rejects while the service cannot answer (its database is away). */
  readonly verifierPret: () => Promise<void>;
}

export type CreateContexte<Contexte extends object> = (appel: AppelInterne) => Contexte;

const LIEN = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@tag", "@cost", "@listSize"])`;

/** Builds the executable federation 2 schema of a service from its type-graphql classes. */
export async function buildSubgraph<Contexte extends object>(
  definition: SubgraphDefinition<Contexte>,
): Promise<SubgraphSchema> {
  const { name, resolvers, references, orphanedTypes = [], lien = LIEN } = definition;
  lireSimplement();
  const instances = createInstances();
  const codeFirst = await buildSchema({
    resolvers,
    orphanedTypes: [...orphanedTypes],
    directives: [...specifiedDirectives],
    skipCheck: true,
    validate: false,
    container: instances,
  });
  const sdl = `${lien}\n\n${print(partagerParImplementation(getDocumentNodeFromSchema(codeFirst)))}\n`;
  const resolversMap = createResolversMap(codeFirst) as Record<string, Record<string, unknown>>;
  appelerDirectement(resolversMap, resolvers, instances);
  const typeDefs: DocumentNode = parse(sdl);
  const estLisible = createReferencesLisibles(typeDefs);
  for (const [typeName, resolve] of Object.entries(references)) {
    const resoudre: ResolveReference<Contexte> = (reference, contexte, info) =>
      estLisible(typeName, reference) ? resolve(reference, contexte, info) : null;
    resolversMap[typeName] = { ...resolversMap[typeName], __resolveReference: resoudre };
  }
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolversMap as never }]);
  return { name, schema, sdl };
}

/** A field without a method is a property of its object: nothing of type-graphql's, middlewares or rights, stands between. */
function lireSimplement(): void {
  for (const field of getMetadataStorage().fields) field.simple = field.name === field.schemaName;
}

/** Federation shares the fields of object types only: what an interface marks so is said by its implementations, which inherit it. */
const partagerParImplementation = (document: DocumentNode): DocumentNode =>
  visit(document, {
    InterfaceTypeDefinition: (definition) =>
      visit(definition, { Directive: ({ name }) => (name.value === "shareable" ? null : undefined) }),
  });
