import { type ArgumentNode, type DirectiveNode, type GraphQLArgument, Kind, type ValueNode } from "graphql";

/** One request: its variables, and a number of its own by which what was computed for it is known again. */
export interface Demande {
  readonly numero: number;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The default values that the operation gives to its variables. */
  readonly defauts: ReadonlyMap<string, ValueNode>;
}

/** Reads, in a request, the value of an argument as far as counting goes: a number, or how many a list holds. */
export function lireNombre(argument: GraphQLArgument, donnes: readonly ArgumentNode[]): (demande: Demande) => unknown {
  const donne = donnes.find(({ name }) => name.value === argument.name);
  const defaut: unknown = argument.defaultValue;
  if (donne === undefined) return () => defaut;
  const { value } = donne;
  if (value.kind !== Kind.VARIABLE) {
    const fixe = nombreDe(value);
    return () => fixe;
  }
  const nom = value.name.value;
  return ({ variables, defauts }) => {
    const valeur = Object.hasOwn(variables, nom) ? variables[nom] : nombreDe(defauts.get(nom));
    if (valeur === undefined) return defaut;
    return Array.isArray(valeur) ? valeur.length : valeur;
  };
}

function nombreDe(value: ValueNode | undefined): unknown {
  if (value?.kind === Kind.INT) return Number(value.value);
  return value?.kind === Kind.LIST ? value.values.length : undefined;
}

/** Tells whether a selection is left out of a request by `@skip` or `@include`; null when nothing can leave it out. */
export function lireOmission(directives: readonly DirectiveNode[] = []): ((demande: Demande) => boolean) | null {
  const omissions = directives
    .filter(({ name }) => name.value === "skip" || name.value === "include")
    .map((directive) => {
      const si = directive.arguments?.find(({ name }) => name.value === "if")?.value;
      return { si, omisQuand: directive.name.value === "skip" };
    });
  if (omissions.length === 0) return null;
  return (demande) => omissions.some(({ si, omisQuand }) => booleen(si, demande) === omisQuand);
}

function booleen(value: ValueNode | undefined, { variables, defauts }: Demande): unknown {
  if (value?.kind === Kind.BOOLEAN) return value.value;
  if (value?.kind !== Kind.VARIABLE) return undefined;
  const nom = value.name.value;
  if (Object.hasOwn(variables, nom)) return variables[nom];
  const defaut = defauts.get(nom);
  return defaut?.kind === Kind.BOOLEAN ? defaut.value : undefined;
}
