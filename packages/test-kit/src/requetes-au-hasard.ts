import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
} from "graphql";

/** A source of whole numbers below a bound: fast-check's, so that a failing request shrinks. */
export type Tirer = (borne: number) => number;

const CONDITIONS = [
  "",
  "",
  "",
  "",
  "",
  "",
  "",
  "",
  " @include(if: $oui)",
  " @skip(if: $oui)",
  " @include(if: $non)",
  " @skip(if: false)",
];
const VARIABLES = "$oui: Boolean!, $non: Boolean = false";

/** Writes a valid request on a schema: fields, aliases, fragments on types, conditions, `__typename`. */
export function ecrireRequete(schema: GraphQLSchema, tirer: Tirer, profondeur = 4): string {
  const racine = schema.getQueryType();
  if (racine === null || racine === undefined) throw new Error("no query type");
  const dit = "__typename @include(if: $oui) @skip(if: $non)";
  return `query Hasard(${VARIABLES}) { ${dit} ... on ${racine.name} ${selection(schema, racine, tirer, profondeur)} }`;
}

function selection(schema: GraphQLSchema, type: GraphQLCompositeType, tirer: Tirer, profondeur: number): string {
  const parts = Array.from({ length: 2 + tirer(3) }, () => morceau(schema, type, tirer, profondeur));
  const ecrits = parts.filter((part) => part !== null);
  return `{ ${ecrits.length === 0 ? "__typename" : ecrits.join(" ")} }`;
}

function morceau(schema: GraphQLSchema, type: GraphQLCompositeType, tirer: Tirer, profondeur: number): string | null {
  const condition = CONDITIONS[tirer(CONDITIONS.length)] ?? "";
  const sort = tirer(10);
  if (sort === 0) return `__typename${condition}`;
  if (profondeur > 0 && (isUnionType(type) || (isAbstractType(type) ? sort < 5 : sort < 2)))
    return fragment(schema, type, tirer, profondeur, condition);
  return isUnionType(type) ? "__typename" : champ(schema, type, tirer, profondeur, condition);
}

function fragment(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  tirer: Tirer,
  profondeur: number,
  condition: string,
): string {
  const possibles = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const choisi = possibles[tirer(possibles.length)] ?? type;
  return `... on ${choisi.name}${condition} ${selection(schema, choisi, tirer, profondeur - 1)}`;
}

function champ(
  schema: GraphQLSchema,
  type: Exclude<GraphQLCompositeType, { getTypes(): unknown }>,
  tirer: Tirer,
  profondeur: number,
  condition: string,
): string | null {
  const possibles = Object.values(type.getFields()).filter(
    (field) => profondeur > 0 || !isCompositeType(getNamedType(field.type)),
  );
  const field = possibles[tirer(possibles.length)];
  if (field === undefined) return null;
  const rendu: GraphQLNamedType = getNamedType(field.type);
  const dedans = isCompositeType(rendu) ? ` ${selection(schema, rendu, tirer, profondeur - 1)}` : "";
  // Few aliases, so that the same field asked twice has to be merged.
  return `${field.name}_${tirer(3)}: ${field.name}${argumentsDe(field.args)}${condition}${dedans}`;
}

/** The arguments that a field must be given, written. */
export function argumentsDe(args: readonly GraphQLArgument[]): string {
  const donnes = args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  return donnes.length === 0 ? "" : `(${donnes.map(({ name, type }) => `${name}: ${valeur(type)}`).join(", ")})`;
}

const SCALAIRES: Readonly<Record<string, string>> = {
  Int: "3",
  Float: "4.5",
  Boolean: "true",
  Date: '"2026-11-22"',
  DateTime: '"2026-11-22T09:30:00Z"',
  CodeInsee: '"69381"',
  Rpps: '"89900000001"',
};

function valeur(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valeur(type.ofType);
  if (isListType(type)) return `[${valeur(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "null";
  if (!isInputObjectType(type)) return SCALAIRES[type.name] ?? '"texte"';
  const champs = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
  return `{ ${champs.map((field) => `${field.name}: ${valeur(field.type)}`).join(", ")} }`;
}
