import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionSetNode,
  visit,
} from "graphql";

/** What a document leaves to choose when its fields are collected. */
export interface Choix {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Coerced; only the variables of `@skip` and `@include` are read. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The fields asked of an object of this type, by response name, in the order of the document ("CollectFields" of the GraphQL
 * specification). Throws a GraphQL error when a condition has no boolean value.
 */
export function champsDemandes(
  choix: Choix,
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const champs = new Map<string, FieldNode[]>();
  const fragmentsVus = new Set<string>();
  for (const selection of selections) recueillir(selection, { ...choix, type, champs, fragmentsVus });
  return champs;
}

interface Recueil extends Choix {
  readonly type: GraphQLObjectType;
  readonly champs: Map<string, FieldNode[]>;
  readonly fragmentsVus: Set<string>;
}

function recueillir({ selections }: SelectionSetNode, recueil: Recueil): void {
  for (const selection of selections) {
    if (!estVoulu(selection, recueil.variables)) continue;
    if (selection.kind === Kind.FIELD) ranger(selection, recueil.champs);
    else if (selection.kind === Kind.INLINE_FRAGMENT) entrer(selection, recueil);
    else if (!recueil.fragmentsVus.has(selection.name.value)) {
      recueil.fragmentsVus.add(selection.name.value);
      const fragment = recueil.fragments[selection.name.value];
      if (fragment !== undefined) entrer(fragment, recueil);
    }
  }
}

function ranger(champ: FieldNode, champs: Map<string, FieldNode[]>): void {
  const nom = champ.alias?.value ?? champ.name.value;
  const connus = champs.get(nom);
  if (connus === undefined) champs.set(nom, [champ]);
  else connus.push(champ);
}

type Fragment = Pick<FragmentDefinitionNode, "selectionSet"> & Partial<Pick<FragmentDefinitionNode, "typeCondition">>;

function entrer({ typeCondition, selectionSet }: Fragment, recueil: Recueil): void {
  if (typeCondition === undefined || convient(typeCondition.name.value, recueil)) recueillir(selectionSet, recueil);
}

function convient(condition: string, { schema, type }: Recueil): boolean {
  if (condition === type.name) return true;
  const attendu = schema.getType(condition);
  return isAbstractType(attendu) && schema.isSubType(attendu, type);
}

type Conditionnel = Parameters<typeof getDirectiveValues>[1];

const estVoulu = (noeud: Conditionnel, variables: Choix["variables"]): boolean =>
  noeud.directives === undefined ||
  noeud.directives.length === 0 ||
  (getDirectiveValues(GraphQLSkipDirective, noeud, variables)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, noeud, variables)?.if !== false);

/** The variables that `@skip` and `@include` read: the fields of a document depend on no other. */
export function variablesDesConditions(document: DocumentNode): readonly string[] {
  const noms = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: donnes = [] }) => {
      if (name.value !== "skip" && name.value !== "include") return;
      for (const { value } of donnes) if (value.kind === Kind.VARIABLE) noms.add(value.name.value);
    },
  });
  return [...noms];
}
