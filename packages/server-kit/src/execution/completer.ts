import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { ChampPrevu, Execution } from "./contexte.ts";
import { type Chemin, fauter } from "./fautes.ts";
import { Infos } from "./infos.ts";
import { estPromesse } from "./promesse.ts";

/**
 * Gives what a resolver returned the form of its type ("CompleteValue" of the GraphQL specification): the value, or its
 * promise. Throws what makes it impossible.
 */
export type Completer = (execution: Execution, valeur: unknown, champ: ChampPrevu, chemin: Chemin) => unknown;

/** Completes an object whose type is known: its fields. */
export type CompleterObjet = (
  type: GraphQLObjectType,
) => (execution: Execution, objet: unknown, chemin: Chemin) => unknown;

/** The completion of a type, decided once; `objet` completes what has fields. */
export function completerSelon(type: GraphQLOutputType, objet: CompleterObjet): Completer {
  if (isNonNullType(type)) return completerSansNull(completerSelon(type.ofType, objet));
  if (isListType(type)) return completerListe(type.ofType, objet);
  if (isLeafType(type)) return completerFeuille(type);
  if (isAbstractType(type)) return completerSelonLeTypeReel(type, objet);
  return completerObjet(type, objet);
}

const estErreur = (valeur: unknown): boolean => typeof valeur === "object" && valeur instanceof Error;

function completerSansNull(completer: Completer): Completer {
  return (execution, valeur, champ, chemin) => {
    const complet = completer(execution, valeur, champ, chemin);
    if (complet !== null) return complet;
    throw new Error(`Cannot return null for non-nullable field ${champ.parent.name}.${champ.definition.name}.`);
  };
}

function completerFeuille(type: GraphQLLeafType): Completer {
  return (_execution, valeur) => {
    if (valeur === undefined || valeur === null) return null;
    if (estErreur(valeur)) throw valeur;
    const ecrit = type.serialize(valeur);
    if (ecrit !== undefined && ecrit !== null) return ecrit;
    throw new Error(`A value of ${type.name} that cannot be written`);
  };
}

/** An element of a list: null when it fails, and the schema allows it. */
function completerElement(type: GraphQLOutputType, objet: CompleterObjet): Completer {
  const completer = completerSelon(type, objet);
  const exige = isNonNullType(type);
  return (execution, brut, champ, chemin) => {
    try {
      const complet = estPromesse(brut)
        ? brut.then((venu) => completer(execution, venu, champ, chemin))
        : completer(execution, brut, champ, chemin);
      if (!estPromesse(complet)) return complet;
      return complet.then(undefined, (raison) => fauter(execution, champ, { chemin, exige, raison }));
    } catch (raison) {
      return fauter(execution, champ, { chemin, exige, raison });
    }
  };
}

function completerListe(typeDesElements: GraphQLOutputType, objet: CompleterObjet): Completer {
  const completerUnElement = completerElement(typeDesElements, objet);
  return (execution, valeur, champ, chemin) => {
    if (valeur === undefined || valeur === null) return null;
    if (estErreur(valeur)) throw valeur;
    if (!estIterable(valeur)) throw new GraphQLError(`Not a list: ${champ.parent.name}.${champ.definition.name}.`);
    const elements: unknown[] = [];
    let promis = false;
    try {
      for (const brut of valeur) {
        const element = completerUnElement(execution, brut, champ, {
          prev: chemin,
          key: elements.length,
          typename: undefined,
        });
        promis ||= estPromesse(element);
        elements.push(element);
      }
    } catch (raison) {
      if (!promis) throw raison;
      // What began ends before the error is told, so that nothing is rejected unheard.
      return Promise.allSettled([...elements, ...valeur]).then(() => {
        throw raison;
      });
    }
    return promis ? Promise.all(elements) : elements;
  };
}

const estIterable = (valeur: unknown): valeur is Iterable<unknown> =>
  typeof valeur === "object" && valeur !== null && Symbol.iterator in valeur;

function completerObjet(type: GraphQLObjectType, objet: CompleterObjet): Completer {
  const completer = objet(type);
  return (execution, valeur, champ, chemin) => {
    if (valeur === undefined || valeur === null) return null;
    if (estErreur(valeur)) throw valeur;
    if (type.isTypeOf === undefined || type.isTypeOf === null) return completer(execution, valeur, chemin);
    const verifie = (est: boolean) => {
      if (est) return completer(execution, valeur, chemin);
      throw new GraphQLError(`Not a value of type "${type.name}".`, { nodes: champ.noeuds });
    };
    const est = type.isTypeOf(valeur, execution.contextValue, new Infos(execution, champ, chemin));
    return estPromesse(est) ? est.then((dit) => verifie(dit === true)) : verifie(est === true);
  };
}

function completerSelonLeTypeReel(type: GraphQLAbstractType, objet: CompleterObjet): Completer {
  const parType = new Map<string, Completer>();
  const resoudre = type.resolveType ?? defaultTypeResolver;
  return (execution, valeur, champ, chemin) => {
    if (valeur === undefined || valeur === null) return null;
    if (estErreur(valeur)) throw valeur;
    const completer = (nom: unknown) => {
      const connu = parType.get(nom as string);
      if (connu !== undefined) return connu(execution, valeur, champ, chemin);
      const nouveau = completerObjet(typeReel(execution, { type, nom, champ }), objet);
      parType.set(nom as string, nouveau);
      return nouveau(execution, valeur, champ, chemin);
    };
    const nom = resoudre(valeur, execution.contextValue, new Infos(execution, champ, chemin), type);
    return estPromesse(nom) ? nom.then(completer) : completer(nom);
  };
}

function typeReel(
  { question: { schema } }: Execution,
  { type, nom, champ }: { type: GraphQLAbstractType; nom: unknown; champ: ChampPrevu },
): GraphQLObjectType {
  const reel = typeof nom === "string" ? schema.getType(nom) : undefined;
  if (isObjectType(reel) && schema.isSubType(type, reel)) return reel;
  throw new GraphQLError(
    `No type of "${type.name}" known for a value of ${champ.parent.name}.${champ.definition.name}.`,
    {
      nodes: champ.noeuds,
    },
  );
}
