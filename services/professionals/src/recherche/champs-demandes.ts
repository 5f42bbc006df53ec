import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from "graphql";

/** The fields asked under a field, by name. */
export interface Champs {
  has(nom: string): boolean;
  readonly noms: readonly string[];
  /** What is asked under one of them; nothing when it is not asked. */
  sous(nom: string): Champs;
}

type Arbre = Map<string, Arbre>;
type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

const AUCUN: Champs = { has: () => false, noms: [], sous: () => AUCUN };
/** Documents are parsed once and kept by the executor, so that their nodes are keys. */
const lus = new WeakMap<FieldNode, Champs>();

/**
 * What the query asks under this field. `@skip` and `@include` are not looked at: asking SQL for one column more is
 * harmless, and the same text of the query then always gives the same statement.
 */
export function champsDemandes({ fieldNodes, fragments }: GraphQLResolveInfo): Champs {
  const [seul, ...autres] = fieldNodes;
  if (seul === undefined) return AUCUN;
  if (autres.length > 0) return enChamps(lire(fieldNodes, fragments));
  const connus = lus.get(seul) ?? enChamps(lire(fieldNodes, fragments));
  lus.set(seul, connus);
  return connus;
}

function lire(noeuds: readonly FieldNode[], fragments: Fragments): Arbre {
  const arbre: Arbre = new Map();
  for (const { selectionSet } of noeuds) ajouter(arbre, selectionSet, fragments);
  return arbre;
}

function ajouter(arbre: Arbre, selection: SelectionSetNode | undefined, fragments: Fragments): void {
  for (const noeud of selection?.selections ?? []) {
    if (noeud.kind === Kind.FIELD) {
      const sous = arbre.get(noeud.name.value) ?? new Map();
      arbre.set(noeud.name.value, sous);
      ajouter(sous, noeud.selectionSet, fragments);
    } else {
      const fragment = noeud.kind === Kind.INLINE_FRAGMENT ? noeud : fragments[noeud.name.value];
      ajouter(arbre, fragment?.selectionSet, fragments);
    }
  }
}

function enChamps(arbre: Arbre): Champs {
  const sous = new Map([...arbre].map(([nom, dessous]) => [nom, enChamps(dessous)]));
  return { has: (nom) => sous.has(nom), noms: [...sous.keys()], sous: (nom) => sous.get(nom) ?? AUCUN };
}
