import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
} from "graphql";
import { type Bareme, createBareme } from "./bareme.ts";
import { CalculDeCout, type Decoupe } from "./calcul.ts";
import type { Poids } from "./poids.ts";
import { compilerCoutReel } from "./reel.ts";
import type { Demande } from "./valeurs.ts";

/** What an operation costs, compiled once for all its requests. */
export interface CoutDOperation {
  /** The most that a request with these variables may cost, and the first argument that asks too much or too little. */
  demander(variables: Readonly<Record<string, unknown>>): { cout: number; fautive: DecoupeFautive | null };
  /** What the answer to these variables cost. */
  reel(data: Readonly<Record<string, unknown>>, variables: Readonly<Record<string, unknown>>): number;
}

/** An argument out of its bounds. */
export interface DecoupeFautive extends Decoupe {
  readonly recue: number;
}

/** Compiles the cost of the operations of a schema: to be kept with each. */
export function createCouts(schema: GraphQLSchema, poids: Poids) {
  const bareme = createBareme(schema, poids);
  return (document: DocumentNode, operation: OperationDefinitionNode): CoutDOperation =>
    compiler(schema, bareme, document, operation);
}

let numero = 0;

function compiler(
  schema: GraphQLSchema,
  bareme: Bareme,
  document: DocumentNode,
  { operation, selectionSet, variableDefinitions = [] }: OperationDefinitionNode,
): CoutDOperation {
  const racine = schema.getRootType(operation);
  if (racine === undefined || racine === null) return { demander: () => ({ cout: 0, fautive: null }), reel: () => 0 };
  const fragments = fragmentsDe(document);
  const calcul = new CalculDeCout(schema, bareme, fragments);
  const cout = calcul.selection(selectionSet, racine.name);
  const defauts = new Map<string, ValueNode>();
  for (const { variable, defaultValue } of variableDefinitions) {
    if (defaultValue !== undefined) defauts.set(variable.name.value, defaultValue);
  }
  const reel = compilerCoutReel({ schema, bareme, fragments }, selectionSet, racine);
  const demandeDe = (variables: Demande["variables"]): Demande => {
    numero += 1;
    return { numero, variables, defauts };
  };
  return {
    demander: (variables) => {
      const demande = demandeDe(variables);
      return { cout: cout(demande), fautive: premiereFautive(calcul.decoupes, demande) };
    },
    reel: (data, variables) => reel(data, demandeDe(variables)),
  };
}

function premiereFautive(decoupes: readonly Decoupe[], demande: Demande): DecoupeFautive | null {
  for (const decoupe of decoupes) {
    const recue = decoupe.valeur(demande);
    if (typeof recue === "number" && (recue < decoupe.bornes.minimum || recue > decoupe.bornes.maximum))
      return { ...decoupe, recue };
  }
  return null;
}

function fragmentsDe({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}
