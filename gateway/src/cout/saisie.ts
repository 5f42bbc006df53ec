import {
  type ArgumentNode,
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  valueFromASTUntyped,
} from "graphql";
import type { Poids } from "./poids.ts";
import type { Demande } from "./valeurs.ts";

/** An argument that costs when it is given: by itself, or by fields of what it holds. */
export interface ArgumentPese {
  readonly argument: GraphQLArgument;
  readonly poids: number;
}

/** What the arguments of a field cost in a request; null when they never cost anything. */
export type CoutDeSaisie = ((demande: Demande) => number) | null;

/** Whether a value of this type may hold a field that weighs. */
export function peutPeser(type: GraphQLInputType, { saisies }: Poids): boolean {
  const vus = new Set<string>();
  const restants = saisies.size === 0 ? [] : [getNamedType(type)];
  for (const courant of restants) {
    if (!isInputObjectType(courant) || vus.has(courant.name)) continue;
    vus.add(courant.name);
    for (const champ of Object.values(courant.getFields())) {
      if (saisies.has(`${courant.name}.${champ.name}`)) return true;
      restants.push(getNamedType(champ.type));
    }
  }
  return false;
}

/** Compiles what the arguments given to a field cost: each once, and each weighed field once per object that holds it. */
export function compilerSaisie(
  peses: readonly ArgumentPese[],
  donnes: readonly ArgumentNode[],
  poids: Poids,
): CoutDeSaisie {
  if (peses.length === 0) return null;
  const lus = peses.map(({ argument, poids: propre }) => ({ argument, propre, lire: lireValeur(argument, donnes) }));
  return (demande) => {
    let total = 0;
    for (const { argument, propre, lire } of lus) {
      const valeur = lire(demande);
      if (valeur !== undefined && valeur !== null) total += propre + peser(argument.type, valeur, poids);
    }
    return total;
  };
}

/** The weighed fields of a value, however deep a client made it: no recursion. */
function peser(typeDeLArgument: GraphQLInputType, racine: unknown, { saisies }: Poids): number {
  let total = 0;
  const restants: [GraphQLInputType, unknown][] = [[typeDeLArgument, racine]];
  for (let prise = restants.pop(); prise !== undefined; prise = restants.pop()) {
    const [donne, valeur] = prise;
    const type = getNullableType(donne);
    if (valeur === null || typeof valeur !== "object") continue;
    if (isListType(type)) {
      for (const element of Array.isArray(valeur) ? valeur : [valeur]) restants.push([type.ofType, element]);
    } else if (isInputObjectType(type)) {
      for (const champ of Object.values(type.getFields())) {
        const contenu = Object.hasOwn(valeur, champ.name)
          ? (valeur as Readonly<Record<string, unknown>>)[champ.name]
          : champ.defaultValue;
        if (contenu === undefined || contenu === null) continue;
        total += saisies.get(`${type.name}.${champ.name}`) ?? 0;
        restants.push([champ.type, contenu]);
      }
    }
  }
  return total;
}

/** The value that a field receives for an argument: as given, or by the default of its variable or its own. */
function lireValeur({ name, defaultValue }: GraphQLArgument, donnes: readonly ArgumentNode[]) {
  const donne = donnes.find((argument) => argument.name.value === name);
  if (donne === undefined) return () => defaultValue;
  const { value } = donne;
  return ({ variables, defauts }: Demande): unknown => {
    const connues: Record<string, unknown> = Object.create(null);
    for (const [nom, defaut] of defauts) connues[nom] = valueFromASTUntyped(defaut);
    Object.assign(connues, variables);
    const valeur = valueFromASTUntyped(value, connues);
    return valeur === undefined && value.kind === Kind.VARIABLE ? defaultValue : valeur;
  };
}
