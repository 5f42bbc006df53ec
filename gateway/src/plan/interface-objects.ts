import { type GraphQLSchema, isInterfaceType } from "graphql";
import type { Entry } from "./own-property.ts";
import type { TypeMatch } from "./types-of.ts";

/** What is an interface for the supergraph, and an object for some subgraphs: `@interfaceObject`. */
export interface InterfaceObjects {
  /** Writes the type of an entity as the subgraph that is asked about it knows it. */
  nameFor(subgraph: string, representation: Entry): void;
  /** Keeps the type that is known of an entity when a subgraph that only knows the interface answers about it. */
  keepType(known: Entry, received: Entry): void;
}

/**
 * The planner counts on each answer replacing `__typename`: after a fetch from a subgraph of interface objects, the
 * entity's own type would be lost, and with it what the client asks for by type.
 */
export function createInterfaceObjects(
  schema: GraphQLSchema,
  bySubgraph: ReadonlyMap<string, readonly string[]>,
  match: TypeMatch,
): InterfaceObjects {
  const isInterface = (name: unknown) => typeof name === "string" && isInterfaceType(schema.getType(name));
  return {
    nameFor: (subgraph, representation) => {
      const { __typename: typeName } = representation;
      if (typeof typeName !== "string") return;
      const known = bySubgraph.get(subgraph)?.find((name) => match(typeName, name));
      if (known !== undefined) representation.__typename = known;
    },
    keepType: (known, received) => {
      if (isInterface(received.__typename) && !isInterface(known.__typename)) received.__typename = known.__typename;
    },
  };
}
