import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Bareme, Bornes, TarifDeChamp } from "./bareme.ts";
import { type Demande, lireNombre, lireOmission } from "./valeurs.ts";

/** What a part of a document costs in a request. */
export type Cout = (demande: Demande) => number;

/** An argument that says how many elements are wanted, wherever it stands. */
export interface Decoupe {
  readonly champ: string;
  readonly argument: string;
  readonly bornes: Bornes;
  readonly node: FieldNode;
  readonly valeur: (demande: Demande) => unknown;
}

/** The sizes that a field gives to lists of the object it returns. */
type Tailles = ReadonlyMap<string, (demande: Demande) => number>;

/** What asking the schema of itself costs: no subgraph is asked, but the answer is long. */
const POIDS_DE_L_INTROSPECTION = 200;
const SANS_TAILLES: Tailles = new Map();
const GRATUIT: Cout = () => 0;

/**
 * Compiles the cost of selection sets: each field its weight, and each object it may give, at every level multiplied.
 * Of an abstract type, the dearest of its possible types. Fragments are compiled once per type that they meet.
 */
export class CalculDeCout {
  readonly decoupes: Decoupe[] = [];
  readonly #schema: GraphQLSchema;
  readonly #bareme: Bareme;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #connus = new Map<Tailles, Map<SelectionSetNode, Map<string, Cout>>>();
  readonly #vues = new Set<FieldNode>();

  constructor(schema: GraphQLSchema, bareme: Bareme, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#schema = schema;
    this.#bareme = bareme;
    this.#fragments = fragments;
  }

  /** The cost of what is selected on an object of a type, or of whichever possible type costs most. */
  selection(set: SelectionSetNode, typeName: string, tailles: Tailles = SANS_TAILLES): Cout {
    const type = this.#schema.getType(typeName);
    if (isObjectType(type)) return this.#surObjet(set, type, tailles);
    if (!isAbstractType(type)) return GRATUIT;
    const possibles = this.#schema.getPossibleTypes(type).map((possible) => this.#surObjet(set, possible, tailles));
    return unefois((demande) => Math.max(0, ...possibles.map((cout) => cout(demande))));
  }

  #surObjet(set: SelectionSetNode, type: GraphQLObjectType, tailles: Tailles): Cout {
    const bySet = ouvrir(this.#connus, tailles);
    const byType = ouvrir(bySet, set);
    const connu = byType.get(type.name);
    if (connu !== undefined) return connu;
    const couts: Cout[] = [];
    const total = unefois((demande) => couts.reduce((somme, cout) => somme + cout(demande), 0));
    byType.set(type.name, total);
    for (const selection of set.selections) {
      const cout = this.#deSelection(selection, type, tailles);
      if (cout !== GRATUIT) couts.push(cout);
    }
    return total;
  }

  #deSelection(selection: SelectionNode, type: GraphQLObjectType, tailles: Tailles): Cout {
    const cout =
      selection.kind === Kind.FIELD
        ? this.#deChamp(selection, type, tailles)
        : this.#deFragment(selection, type, tailles);
    const omise = cout === GRATUIT ? null : lireOmission(selection.directives);
    return omise === null ? cout : (demande) => (omise(demande) ? 0 : cout(demande));
  }

  #deFragment(selection: Exclude<SelectionNode, FieldNode>, type: GraphQLObjectType, tailles: Tailles): Cout {
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
    if (fragment === undefined) return GRATUIT;
    const condition = fragment.typeCondition?.name.value ?? type.name;
    if (condition !== type.name) {
      const plusLarge = this.#schema.getType(condition);
      if (!isAbstractType(plusLarge) || !this.#schema.isSubType(plusLarge, type)) return GRATUIT;
    }
    return this.#surObjet(fragment.selectionSet, type, tailles);
  }

  #deChamp(node: FieldNode, parent: GraphQLObjectType, tailles: Tailles): Cout {
    const nom = node.name.value;
    if (nom === "__schema" || nom === "__type") return () => POIDS_DE_L_INTROSPECTION;
    const champ = parent.getFields()[nom];
    if (champ === undefined) return GRATUIT;
    const tarif = this.#bareme(parent, champ);
    const taille = this.#taille(node, tarif);
    const saisie = tarif.saisie(node.arguments);
    const nomme = getNamedType(champ.type);
    if (!isCompositeType(nomme) && tarif.poids === 0 && tarif.parObjet === 0 && saisie === null) return GRATUIT;
    const dedans =
      node.selectionSet === undefined
        ? GRATUIT
        : this.selection(node.selectionSet, nomme.name, taillesDedans(tarif, taille));
    const nombre = tailles.get(nom) ?? (tarif.liste ? (taille ?? (() => tarif.supposee)) : () => 1);
    const sansSaisie: Cout = (demande) => tarif.poids + nombre(demande) * (tarif.parObjet + dedans(demande));
    return saisie === null ? sansSaisie : (demande) => saisie(demande) + sansSaisie(demande);
  }

  /** How many elements the arguments of a field ask for; undefined when it has none that says so. */
  #taille(node: FieldNode, tarif: TarifDeChamp): ((demande: Demande) => number) | undefined {
    const lectures = tarif.decoupes.map(({ argument, bornes }) => {
      const valeur = lireNombre(argument, node.arguments ?? []);
      if (!this.#vues.has(node)) {
        this.decoupes.push({ champ: tarif.nom, argument: argument.name, bornes, node, valeur });
      }
      return { valeur, maximum: bornes.maximum };
    });
    this.#vues.add(node);
    if (lectures.length === 0) return undefined;
    return (demande) => {
      const nombres = lectures.map(({ valeur }) => valeur(demande)).filter(estNombre);
      return nombres.length === 0 ? (tarif.taille?.supposee ?? lectures[0]?.maximum ?? 0) : Math.max(0, ...nombres);
    };
  }
}

function taillesDedans({ taille }: TarifDeChamp, nombre: ((demande: Demande) => number) | undefined): Tailles {
  if (taille === undefined || taille.champs.length === 0) return SANS_TAILLES;
  const { supposee, champs } = taille;
  const lire = nombre ?? (supposee === undefined ? undefined : () => supposee);
  return lire === undefined ? SANS_TAILLES : new Map(champs.map((champ) => [champ, lire]));
}

const estNombre = (valeur: unknown): valeur is number => typeof valeur === "number";

/** Computed once per request, however many possible types ask for it. */
function unefois(calculer: Cout): Cout {
  let numero = -1;
  let valeur = 0;
  return (demande) => {
    if (demande.numero !== numero) {
      valeur = calculer(demande);
      numero = demande.numero;
    }
    return valeur;
  };
}

function ouvrir<Cle, Sous, Valeur>(carte: Map<Cle, Map<Sous, Valeur>>, cle: Cle): Map<Sous, Valeur> {
  const connue = carte.get(cle) ?? new Map<Sous, Valeur>();
  carte.set(cle, connue);
  return connue;
}
