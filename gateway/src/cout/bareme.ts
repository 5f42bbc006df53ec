import {
  type ArgumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
} from "graphql";
import type { Poids, TailleDeListe } from "./poids.ts";
import { type ArgumentPese, type CoutDeSaisie, compilerSaisie, peutPeser } from "./saisie.ts";

/** How long a list is taken to be when the schema says nothing of it. */
const LISTE_SUPPOSEE = 10;
/** How many elements may be asked at once, unless the schema itself asks for more by default. */
const PAGE_MAXIMUM = 100;
/** What a write costs, unless its field says otherwise. */
const POIDS_D_UNE_ECRITURE = 10;

/** How many elements an argument may ask for, ends included. */
export interface Bornes {
  readonly minimum: number;
  readonly maximum: number;
}

/** What one field of one type costs. */
export interface TarifDeChamp {
  readonly nom: string;
  /** Once, however many objects the field gives. */
  readonly poids: number;
  /** For each object given. */
  readonly parObjet: number;
  readonly liste: boolean;
  readonly supposee: number;
  /** The arguments that say how many, and how many they may say. */
  readonly decoupes: readonly { readonly argument: GraphQLArgument; readonly bornes: Bornes }[];
  readonly taille: TailleDeListe | undefined;
  readonly type: GraphQLOutputType;
  /** What the arguments given cost, besides; null when they never do. */
  readonly saisie: (donnes: readonly ArgumentNode[] | undefined) => CoutDeSaisie;
}

/** Tells what a field costs; looked up once per field of the schema. */
export type Bareme = (parent: GraphQLObjectType, champ: GraphQLField<unknown, unknown>) => TarifDeChamp;

/** The tariff of a schema, from the weights of its supergraph: objects cost 1, scalars nothing, unless they say so. */
export function createBareme(schema: GraphQLSchema, poids: Poids): Bareme {
  const connus = new Map<string, TarifDeChamp>();
  return (parent, champ) => {
    const cle = `${parent.name}.${champ.name}`;
    const connu = connus.get(cle) ?? tarifer(schema, poids, parent, champ);
    connus.set(cle, connu);
    return connu;
  };
}

function tarifer(
  schema: GraphQLSchema,
  poids: Poids,
  parent: GraphQLObjectType,
  champ: GraphQLField<unknown, unknown>,
): TarifDeChamp {
  const { champs, types } = poids;
  const peses = argumentsPeses(poids, parent, champ);
  const dits = [parent, ...parent.getInterfaces()].map(({ name }) => champs.get(`${name}.${champ.name}`));
  const taille = dits.find((dit) => dit?.taille !== undefined)?.taille;
  const nomme = getNamedType(champ.type);
  const liste = estListe(champ.type);
  return {
    nom: champ.name,
    poids:
      dits.find((dit) => dit?.poids !== undefined)?.poids ??
      (parent === schema.getMutationType() ? POIDS_D_UNE_ECRITURE : 0),
    parObjet: types.get(nomme.name) ?? (isCompositeType(nomme) ? 1 : 0),
    liste,
    supposee: taille?.supposee ?? LISTE_SUPPOSEE,
    decoupes: champ.args
      .filter(({ name }) => name === "first" || name === "last" || taille?.arguments.includes(name))
      .map((argument) => ({ argument, bornes: bornesDe(argument) })),
    taille,
    type: champ.type,
    saisie: (donnes = []) => compilerSaisie(peses, donnes, poids),
  };
}

const argumentsPeses = (
  poids: Poids,
  parent: GraphQLObjectType,
  { name, args }: GraphQLField<unknown, unknown>,
): ArgumentPese[] =>
  args.flatMap((argument) => {
    const dits = [parent, ...parent.getInterfaces()].map((type) =>
      poids.arguments.get(`${type.name}.${name}.${argument.name}`),
    );
    const propre = dits.find((dit) => dit !== undefined);
    return propre === undefined && !peutPeser(argument.type, poids) ? [] : [{ argument, poids: propre ?? 0 }];
  });

/** A list that is given may be empty; a page may not. */
function bornesDe({ type, defaultValue }: GraphQLArgument): Bornes {
  const maximum = typeof defaultValue === "number" ? Math.max(PAGE_MAXIMUM, defaultValue) : PAGE_MAXIMUM;
  return { minimum: isListType(getNullableType(type)) ? 0 : 1, maximum };
}

const estListe = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));
