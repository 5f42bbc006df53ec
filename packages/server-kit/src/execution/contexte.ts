import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import type { Fautes } from "./fautes.ts";

/** A query as its resolvers may read it. */
export interface Question {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** A field of the answer, for objects of one type. */
export interface ChampPrevu {
  readonly reponse: string;
  readonly parent: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly noeuds: readonly FieldNode[];
}

/** One execution of a query. */
export interface Execution {
  readonly question: Question;
  readonly contextValue: unknown;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fautes: Fautes;
}
