import { type FieldNode, type GraphQLField, getArgumentValues, Kind, type ValueNode } from "graphql";
import type { Execution } from "./contexte.ts";

type Valeurs = Readonly<Record<string, unknown>>;

/** Gives a field its arguments, under the variables of a request. Throws as graphql-js's `getArgumentValues` does. */
export type LireArguments = (variables: Execution["variables"]) => Record<string, unknown>;

/**
 * Prepares the arguments of a field: those that no variable changes are read once for all requests, which share them: resolvers
 * only read.
 */
export function lireArguments(definition: GraphQLField<unknown, unknown>, noeud: FieldNode): LireArguments {
  const { arguments: donnes = [] } = noeud;
  const variables = new Set(donnes.filter(({ value }) => tientDUneVariable(value)).map(({ name }) => name.value));
  const part = (changeants: boolean) => ({
    definition: { ...definition, args: definition.args.filter(({ name }) => variables.has(name) === changeants) },
    noeud: { ...noeud, arguments: donnes.filter(({ name }) => variables.has(name.value) === changeants) },
  });
  const [fixes, changeants] = [part(false), part(true)];
  let lus: Valeurs | undefined;
  return (donnees) => {
    lus ??= getArgumentValues(fixes.definition, fixes.noeud);
    if (variables.size === 0) return { ...lus };
    return { ...lus, ...getArgumentValues(changeants.definition, changeants.noeud, donnees) };
  };
}

const tientDUneVariable = (valeur: ValueNode): boolean =>
  valeur.kind === Kind.VARIABLE ||
  (valeur.kind === Kind.LIST && valeur.values.some(tientDUneVariable)) ||
  (valeur.kind === Kind.OBJECT && valeur.fields.some(({ value }) => tientDUneVariable(value)));
