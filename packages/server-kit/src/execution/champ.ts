import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  getNullableType,
  isLeafType,
  isNonNullType,
  TypeNameMetaFieldDef,
} from "graphql";
import { type LireArguments, lireArguments } from "./arguments.ts";
import { type CompleterObjet, completerSelon } from "./completer.ts";
import type { ChampPrevu, Execution } from "./contexte.ts";
import { type Chemin, fauter } from "./fautes.ts";
import { Infos } from "./infos.ts";
import { estPromesse } from "./promesse.ts";

/** Resolves and completes a field of an object ("ExecuteField" of the GraphQL specification): its value, or its promise. */
export type ExecuterChamp = (execution: Execution, source: unknown, parent: Chemin | undefined) => unknown;

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** Prepares a field; `objet` completes the objects under it. */
export function executerChamp(champ: ChampPrevu, objet: CompleterObjet): ExecuterChamp {
  const { definition, parent } = champ;
  if (definition === TypeNameMetaFieldDef) return () => parent.name;
  const parResolver = executerParResolver(champ, objet);
  const { resolve } = definition;
  if (resolve === undefined && isLeafType(getNullableType(definition.type))) return lireUneFeuille(champ, parResolver);
  return (execution, source, au) => parResolver(execution, source, au, resolve ?? defaultFieldResolver);
}

type ExecuterPar = (...execution: [...Parameters<ExecuterChamp>, Resolver]) => unknown;

function executerParResolver(champ: ChampPrevu, objet: CompleterObjet): ExecuterPar {
  const { definition, noeuds, reponse, parent } = champ;
  const { args: prevus, type } = definition;
  const noeud = noeuds[0];
  const lire: LireArguments =
    prevus.length === 0 || noeud === undefined ? () => ({}) : lireArguments(definition, noeud);
  const completer = completerSelon(type, objet);
  const exige = isNonNullType(type);
  return (execution, source, au, resolve) => {
    const chemin = { prev: au, key: reponse, typename: parent.name };
    const { contextValue, variables } = execution;
    try {
      const valeur = resolve(source, lire(variables), contextValue, new Infos(execution, champ, chemin));
      const complet = estPromesse(valeur)
        ? valeur.then((venue) => completer(execution, venue, champ, chemin))
        : completer(execution, valeur, champ, chemin);
      if (!estPromesse(complet)) return complet;
      return complet.then(undefined, (raison) => fauter(execution, champ, { chemin, exige, raison }));
    } catch (raison) {
      return fauter(execution, champ, { chemin, exige, raison });
    }
  };
}

/** Most fields of an answer: a value that the object holds already. Whatever else it holds goes the common way. */
function lireUneFeuille({ definition: { name, type } }: ChampPrevu, autrement: ExecuterPar): ExecuterChamp {
  const feuille = getNullableType(type);
  const exige = isNonNullType(type);
  if (!isLeafType(feuille)) throw new Error(`${name} has fields of its own`);
  return (execution, source, au) => {
    let valeur: unknown;
    try {
      valeur = (source as Readonly<Record<string, unknown>> | null | undefined)?.[name];
      if (valeur === undefined || valeur === null) {
        if (!exige) return null;
      } else if (typeof valeur !== "object" && typeof valeur !== "function") {
        return feuille.serialize(valeur) ?? autrement(execution, source, au, () => valeur);
      }
    } catch (raison) {
      return autrement(execution, source, au, () => {
        throw raison;
      });
    }
    return autrement(execution, source, au, typeof valeur === "function" ? appeler(valeur) : () => valeur);
  };
}

/** As graphql-js does of a function that an object holds under the name of a field. */
const appeler =
  // biome-ignore lint/complexity/noBannedTypes: whatever the object holds
    (methode: Function): Resolver =>
    (source, ...reste) =>
      methode.call(source, ...reste);
