import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/**
 * The deprecated elements that a document names: `Type.champ`, `Type.champ(argument:)`, `Enum.VALEUR`, `Input.champ`.
 * Those that only variables hold are not seen.
 */
export function elementsDeprecies(document: DocumentNode, schema: GraphQLSchema): readonly string[] {
  const trouves = new Set<string>();
  const types = new TypeInfo(schema);
  const retenir = (element: { deprecationReason?: string | null | undefined } | null | undefined, nom: string) => {
    if (element?.deprecationReason !== null && element?.deprecationReason !== undefined) trouves.add(nom);
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => retenir(types.getFieldDef(), `${types.getParentType()?.name}.${name.value}`),
      Argument: ({ name }) =>
        retenir(types.getArgument(), `${types.getParentType()?.name}.${types.getFieldDef()?.name}(${name.value}:)`),
      EnumValue: ({ value }) => retenir(types.getEnumValue(), `${getNamedType(types.getInputType())?.name}.${value}`),
      ObjectField: ({ name }) => {
        const objet = getNamedType(types.getParentInputType());
        if (isInputObjectType(objet)) retenir(objet.getFields()[name.value], `${objet.name}.${name.value}`);
      },
    }),
  );
  return [...trouves].sort();
}
