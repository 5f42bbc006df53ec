import { type DefinitionNode, type DocumentNode, type FieldNode, Kind, parse } from "graphql";

type Reference = Readonly<Record<string, unknown>>;

/**
 * Tells whether a reference to a type can designate anything: one of its keys is all there, and is text that a database
 * takes. Loaders answer many references with one question: an unreadable one would make the others fail.
 */
export function createReferencesLisibles(typeDefs: DocumentNode): (type: string, reference: Reference) => boolean {
  const cles = new Map(typeDefs.definitions.flatMap(clesDe));
  return (type, reference) =>
    (cles.get(type) ?? []).some((champs) => champs.every((champ) => estLisible(champ, reference)));
}

const estLisible = ({ name, selectionSet }: FieldNode, reference: Reference): boolean => {
  const valeur = reference[name.value];
  if (selectionSet !== undefined) return typeof valeur === "object" && valeur !== null;
  return typeof valeur === "string" && !valeur.includes("\0") && valeur.isWellFormed();
};

/** The keys of a type, each as its fields. */
function clesDe(definition: DefinitionNode): [string, FieldNode[][]][] {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  const cles = (definition.directives ?? []).flatMap(({ name, arguments: donnes = [] }) => {
    const champs = donnes.find((donne) => donne.name.value === "fields")?.value;
    return name.value === "key" && champs?.kind === Kind.STRING ? [champsDe(champs.value)] : [];
  });
  return [[definition.name.value, cles]];
}

function champsDe(cle: string): FieldNode[] {
  const [operation] = parse(`{ ${cle} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`Unreadable key: ${cle}`);
  return operation.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD);
}
