import type { GraphQLFieldResolver } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { createConversion } from "./saisie-en-classe.ts";

type Metadonnees = ReturnType<typeof getMetadataStorage>;
type DeclarationDeMethode = Metadonnees["queries"][number];
type Parametre = NonNullable<DeclarationDeMethode["params"]>[number];
type Resolver = GraphQLFieldResolver<unknown, unknown>;
type LireParametre = (...recu: Parameters<Resolver>) => unknown;
type Classe = DeclarationDeMethode["target"];

/** One instance of each class of resolvers, the same for type-graphql and for the calls that do without it. */
export function createInstances() {
  const instances = new Map<Classe, Readonly<Record<string, unknown>>>();
  return {
    get: (classe: Classe) => {
      const connue = instances.get(classe);
      if (connue !== undefined) return connue;
      const nouvelle = Reflect.construct(classe, []) as Readonly<Record<string, unknown>>;
      instances.set(classe, nouvelle);
      return nouvelle;
    },
  };
}

/**
 * Puts, in place of the functions of type-graphql, the methods of these classes themselves, for queries and for fields of
 * object types: what each parameter is read from is decided once. A method that asks more than arguments, object, context and
 * info (a middleware, a role, a class of arguments) keeps type-graphql's.
 */
export function appelerDirectement(
  resolversMap: Record<string, Record<string, unknown>>,
  classes: readonly Classe[],
  instances: ReturnType<typeof createInstances>,
): void {
  const { queries, fieldResolvers, objectTypes } = getMetadataStorage();
  const poser = (type: string, declaration: DeclarationDeMethode) => {
    const direct = classes.includes(declaration.target) ? appelDirect(declaration, instances) : null;
    const champs = resolversMap[type];
    if (direct !== null && champs?.[declaration.schemaName] !== undefined) champs[declaration.schemaName] = direct;
  };
  for (const declaration of queries) poser("Query", declaration);
  for (const declaration of fieldResolvers) {
    const classe = declaration.kind === "external" ? declaration.getObjectType?.() : undefined;
    const type = objectTypes.find(({ target }) => target === classe);
    if (type !== undefined) poser(type.name, declaration as unknown as DeclarationDeMethode);
  }
}

/** Calls the method with what its parameters read; null when one of them is not ours to read. */
function appelDirect(
  { target, methodName, params = [], middlewares = [], roles }: DeclarationDeMethode,
  instances: ReturnType<typeof createInstances>,
): Resolver | null {
  if (middlewares.length > 0 || roles !== undefined) return null;
  const lectures = params.toSorted((a, b) => a.index - b.index).map(lecture);
  if (!lectures.every((lire) => lire !== null)) return null;
  const instance = instances.get(target);
  const methode = instance[methodName];
  if (typeof methode !== "function") return null;
  return (source, args, contexte, info) =>
    methode.apply(
      instance,
      lectures.map((lire) => lire(source, args, contexte, info)),
    );
}

function lecture(parametre: Parametre): LireParametre | null {
  switch (parametre.kind) {
    case "arg": {
      const { name, getType, validateFn, validateSettings } = parametre;
      if (validateFn !== undefined || validateSettings !== undefined) return null;
      const convertir = createConversion(getType());
      return convertir === null ? (_source, args) => args[name] : (_source, args) => convertir(args[name]);
    }
    case "root":
      return parametre.propertyName === undefined && parametre.getType === undefined ? (source) => source : null;
    case "context":
      return parametre.propertyName === undefined ? (_source, _args, contexte) => contexte : null;
    case "info":
      return (_source, _args, _contexte, info) => info;
    default:
      return null;
  }
}
