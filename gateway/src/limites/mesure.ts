import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Mesure } from "./limites.ts";

type Compte = { -readonly [Nom in keyof Mesure]: number };

const RIEN: Mesure = { profondeur: 0, alias: 0, directives: 0, racines: 0, champs: 0 };

/**
 * Counts a document as it would run: each fragment wherever it is spread, yet read once.
 * Gives the largest count of any definition; a fragment within itself counts once, for validation to refuse.
 */
export function mesurer({ definitions }: DocumentNode): Mesure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const connues = new Map<string, Mesure>();
  const deFragment = (nom: string): Mesure => {
    const connue = connues.get(nom);
    if (connue !== undefined) return connue;
    connues.set(nom, RIEN);
    const fragment = fragments.get(nom);
    if (fragment === undefined) return RIEN;
    const mesure = ajouterDirectives(deSelections(fragment.selectionSet, deFragment), fragment.directives);
    connues.set(nom, mesure);
    return mesure;
  };
  return definitions.reduce<Mesure>((plusGrande, definition) => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      return maximum(plusGrande, { ...deFragment(definition.name.value), racines: 0 });
    }
    if (definition.kind !== Kind.OPERATION_DEFINITION) return plusGrande;
    const variables = (definition.variableDefinitions ?? []).flatMap(({ directives = [] }) => directives);
    const directives = [...(definition.directives ?? []), ...variables];
    return maximum(plusGrande, ajouterDirectives(deSelections(definition.selectionSet, deFragment), directives));
  }, RIEN);
}

function deSelections({ selections }: SelectionSetNode, deFragment: (nom: string) => Mesure): Mesure {
  const total: Compte = { ...RIEN };
  for (const selection of selections) {
    const { profondeur, alias, directives, racines, champs } = deSelection(selection, deFragment);
    total.profondeur = Math.max(total.profondeur, profondeur);
    total.alias += alias;
    total.directives += directives + (selection.directives?.length ?? 0);
    total.racines += racines;
    total.champs += champs;
  }
  return total;
}

/** `racines`: the fields that this selection puts beside the others of its parent. */
function deSelection(selection: SelectionNode, deFragment: (nom: string) => Mesure): Mesure {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return deFragment(selection.name.value);
  if (selection.kind === Kind.INLINE_FRAGMENT) return deSelections(selection.selectionSet, deFragment);
  const dedans = selection.selectionSet === undefined ? RIEN : deSelections(selection.selectionSet, deFragment);
  return {
    profondeur: dedans.profondeur + 1,
    alias: dedans.alias + (selection.alias === undefined ? 0 : 1),
    directives: dedans.directives,
    racines: 1,
    champs: dedans.champs + 1,
  };
}

const ajouterDirectives = (mesure: Mesure, directives: readonly unknown[] = []): Mesure => ({
  ...mesure,
  directives: mesure.directives + directives.length,
});

const maximum = (une: Mesure, autre: Mesure): Mesure => ({
  profondeur: Math.max(une.profondeur, autre.profondeur),
  alias: Math.max(une.alias, autre.alias),
  directives: Math.max(une.directives, autre.directives),
  racines: Math.max(une.racines, autre.racines),
  champs: Math.max(une.champs, autre.champs),
});
