import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import type { Bareme } from "./bareme.ts";
import type { CoutDeSaisie } from "./saisie.ts";
import type { Demande } from "./valeurs.ts";

/** A field of an answer whose objects count. */
interface ChampCompte {
  readonly cle: string;
  readonly poids: number;
  readonly parObjet: number;
  readonly dedans: readonly ChampCompte[];
  /** What its arguments cost, wherever it was asked. */
  readonly saisies: readonly NonNullable<CoutDeSaisie>[];
}

/** What an answer truly holds, at the tariff of its request. */
type CoutReel = (data: Readonly<Record<string, unknown>>, demande: Demande) => number;

interface Moyens {
  readonly schema: GraphQLSchema;
  readonly bareme: Bareme;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Compiles how the objects of an answer are counted: only the fields that hold some are looked at. */
export function compilerCoutReel(moyens: Moyens, set: SelectionSetNode, racine: GraphQLObjectType): CoutReel {
  const champs = compiler(moyens, [[set, racine.name]]);
  return (data, demande) => compter(data, champs, demande);
}

function compiler(moyens: Moyens, sets: readonly (readonly [SelectionSetNode, string])[]): ChampCompte[] {
  const parCle = new Map<string, { node: FieldNode; type: string }[]>();
  for (const [set, type] of sets) rassembler(moyens, set, type, parCle);
  return [...parCle].flatMap(([cle, noeuds]) => {
    const tarifs = noeuds.map(({ node, type }) => tarifDe(moyens, node, type));
    const poids = Math.max(...tarifs.map((tarif) => tarif?.poids ?? 0));
    const parObjet = Math.max(...tarifs.map((tarif) => tarif?.parObjet ?? 0));
    const dedans = compiler(
      moyens,
      noeuds.flatMap(({ node }, rang) => {
        const tarif = tarifs[rang];
        return node.selectionSet === undefined || tarif === undefined
          ? []
          : [[node.selectionSet, getNamedType(tarif.type).name] as const];
      }),
    );
    const saisies = noeuds.flatMap(({ node }, rang) => tarifs[rang]?.saisie(node.arguments) ?? []);
    if (poids === 0 && parObjet === 0 && dedans.length === 0 && saisies.length === 0) return [];
    return [{ cle, poids, parObjet, dedans, saisies }];
  });
}

function rassembler(
  moyens: Moyens,
  { selections }: SelectionSetNode,
  type: string,
  parCle: Map<string, { node: FieldNode; type: string }[]>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const cle = selection.alias?.value ?? selection.name.value;
      const deja = parCle.get(cle);
      if (deja === undefined) parCle.set(cle, [{ node: selection, type }]);
      else deja.push({ node: selection, type });
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : moyens.fragments.get(selection.name.value);
    if (fragment !== undefined) {
      rassembler(moyens, fragment.selectionSet, fragment.typeCondition?.name.value ?? type, parCle);
    }
  }
}

/** Of an abstract type, the tariff of the first possible type that has the field: they differ only where one says so. */
function tarifDe({ schema, bareme }: Moyens, { name }: FieldNode, typeName: string) {
  const type = schema.getType(typeName);
  const possibles = isObjectType(type) ? [type] : isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  for (const possible of possibles) {
    const champ = possible.getFields()[name.value];
    if (champ !== undefined) return bareme(possible, champ);
  }
  return undefined;
}

function compter(objet: Readonly<Record<string, unknown>>, champs: readonly ChampCompte[], demande: Demande): number {
  let total = 0;
  for (const champ of champs) {
    const valeur = objet[champ.cle];
    if (valeur === undefined) continue;
    total += champ.poids + compterValeur(valeur, champ, demande);
    // The same field twice in a document has the same arguments: it is answered, and counted, once.
    if (champ.saisies.length > 0) total += Math.max(...champ.saisies.map((saisie) => saisie(demande)));
  }
  return total;
}

function compterValeur(valeur: unknown, champ: ChampCompte, demande: Demande): number {
  if (valeur === null) return 0;
  if (Array.isArray(valeur)) {
    let total = 0;
    for (const element of valeur) total += compterValeur(element, champ, demande);
    return total;
  }
  if (champ.dedans.length === 0 || typeof valeur !== "object") return champ.parObjet;
  return champ.parObjet + compter(valeur as Readonly<Record<string, unknown>>, champ.dedans, demande);
}
