import {
  type DirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  valueFromASTUntyped,
} from "graphql";

/** How many objects a field gives, as its `@listSize` says. */
export interface TailleDeListe {
  /** When no argument says it. */
  readonly supposee: number | undefined;
  readonly arguments: readonly string[];
  /** The fields, in the object returned, that the arguments size. */
  readonly champs: readonly string[];
}

/** What the schema says of the cost of a field; undefined where it says nothing. */
interface PoidsDeChamp {
  readonly poids: number | undefined;
  readonly taille: TailleDeListe | undefined;
}

/** The weights of a schema: of fields (`Type.champ`), their arguments (`Type.champ.argument`), input fields and types. */
export interface Poids {
  readonly champs: ReadonlyMap<string, PoidsDeChamp>;
  readonly arguments: ReadonlyMap<string, number>;
  readonly saisies: ReadonlyMap<string, number>;
  readonly types: ReadonlyMap<string, number>;
}

/** Reads `@cost` and `@listSize` in a supergraph: composition leaves them out of the schema that clients see. */
export function lirePoids(supergraphSdl: string): Poids {
  const champs = new Map<string, PoidsDeChamp>();
  const deSaisie = { arguments: new Map<string, number>(), saisies: new Map<string, number>() };
  const types = new Map<string, number>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (!("name" in definition) || definition.name === undefined) continue;
    const poids = poidsDe(definition.directives);
    if (poids !== undefined) types.set(definition.name.value, poids);
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      noter(deSaisie.saisies, definition.name.value, definition.fields);
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const champ of definition.fields ?? []) {
      noter(deSaisie.arguments, `${definition.name.value}.${champ.name.value}`, champ.arguments);
      const lu = { poids: poidsDe(champ.directives), taille: tailleDe(champ) };
      if (lu.poids !== undefined || lu.taille !== undefined)
        champs.set(`${definition.name.value}.${champ.name.value}`, lu);
    }
  }
  return { champs, types, ...deSaisie };
}

/** Keeps the weights of the arguments of a field, or of the fields of an input. */
function noter(ou: Map<string, number>, de: string, definitions: readonly InputValueDefinitionNode[] = []): void {
  for (const { name, directives } of definitions) {
    const poids = poidsDe(directives);
    if (poids !== undefined) ou.set(`${de}.${name.value}`, poids);
  }
}

type Directives = readonly DirectiveNode[] | undefined;

function poidsDe(directives: Directives): number | undefined {
  const poids = argument(directives, "cost", "weight");
  return typeof poids === "number" ? poids : undefined;
}

function tailleDe({ directives }: FieldDefinitionNode): TailleDeListe | undefined {
  if (!directives?.some(({ name }) => name.value === "listSize")) return undefined;
  const supposee = argument(directives, "listSize", "assumedSize");
  return {
    supposee: typeof supposee === "number" ? supposee : undefined,
    arguments: textes(argument(directives, "listSize", "slicingArguments")),
    champs: textes(argument(directives, "listSize", "sizedFields")),
  };
}

function argument(directives: Directives, directive: string, nom: string): unknown {
  const appliquee = directives?.find(({ name }) => name.value === directive);
  const donne = appliquee?.arguments?.find(({ name }) => name.value === nom);
  return donne === undefined ? undefined : valueFromASTUntyped(donne.value);
}

const textes = (valeur: unknown): string[] =>
  Array.isArray(valeur) ? valeur.filter((texte): texte is string => typeof texte === "string") : [];
