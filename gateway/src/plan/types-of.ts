import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from "graphql";

/** Tells whether an object of a type is of another, narrower or wider. */
export type TypeMatch = (typeName: string, condition: string) => boolean;

/** Compares types by name, each pair once. */
export function createTypeMatch(schema: GraphQLSchema): TypeMatch {
  const known = new Map<string, Map<string, boolean>>();
  return (typeName, condition) => {
    if (typeName === condition) return true;
    const byCondition = known.get(typeName) ?? new Map<string, boolean>();
    known.set(typeName, byCondition);
    const found = byCondition.get(condition) ?? isOfType(schema, typeName, condition);
    byCondition.set(condition, found);
    return found;
  };
}

function isOfType(schema: GraphQLSchema, typeName: string, condition: string): boolean {
  const type = schema.getType(typeName);
  const wider = schema.getType(condition);
  return isAbstractType(wider) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wider, type);
}
