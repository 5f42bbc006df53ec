import { getMetadataStorage } from "type-graphql";

type TypeDeSaisie = ReturnType<typeof getMetadataStorage>["inputTypes"][number];

/** Gives what a client wrote its class, at any depth of lists; null and undefined stay as they are. */
type Convertir = (valeur: unknown) => unknown;

/**
 * Makes instances of an input class, and of those of its fields, as type-graphql does, its classes being looked up once instead
 * of at each request; null for a scalar or an enum, which is taken as it comes.
 */
export function createConversion(classe: unknown): Convertir | null {
  const saisie = saisieDe(classe);
  return saisie === undefined ? null : createInstanciation(saisie, new Map());
}

const saisieDe = (classe: unknown): TypeDeSaisie | undefined =>
  getMetadataStorage().inputTypes.find(({ target }) => target === classe);

function createInstanciation(saisie: TypeDeSaisie, connues: Map<TypeDeSaisie, Convertir>): Convertir {
  const connue = connues.get(saisie);
  if (connue !== undefined) return connue;
  const instancier = (valeur: Readonly<Record<string, unknown>>) => {
    const champs: Record<string, unknown> = {};
    for (const { nom, convertir } of conversions) {
      const ecrit = valeur[nom];
      if (ecrit !== undefined) champs[nom] = convertir === null ? ecrit : convertir(ecrit);
    }
    return instanceDe(saisie.target, champs);
  };
  const convertir: Convertir = (valeur) => {
    if (valeur === undefined || valeur === null) return valeur;
    return Array.isArray(valeur) ? valeur.map(convertir) : instancier(valeur as Readonly<Record<string, unknown>>);
  };
  // Known before its fields are looked at: an input class may hold itself.
  connues.set(saisie, convertir);
  const conversions = champsDe(saisie).map(({ name: nom, getType }) => {
    const dedans = saisieDe(getType());
    return { nom, convertir: dedans === undefined ? null : createInstanciation(dedans, connues) };
  });
  return convertir;
}

/** The fields of an input class, then those of the classes that it extends. */
function champsDe({ target, fields = [] }: TypeDeSaisie): NonNullable<TypeDeSaisie["fields"]> {
  const mere = mereDe(target);
  if (mere === undefined) return fields;
  const noms = new Set(fields.map(({ name }) => name));
  return [...fields, ...champsDe(mere).filter(({ name }) => !noms.has(name))];
}

/** The nearest input class that a class extends. */
function mereDe(classe: object): TypeDeSaisie | undefined {
  const mere: unknown = Object.getPrototypeOf(classe);
  return typeof mere === "function" ? (saisieDe(mere) ?? mereDe(mere)) : undefined;
}

/** A field that the client leaves out is absent, not undefined: rules ask which were given. */
function instanceDe(classe: TypeDeSaisie["target"], champs: Readonly<Record<string, unknown>>): unknown {
  const instance = Reflect.construct(classe, []) as Record<string, unknown>;
  for (const nom of Object.keys(instance)) {
    if (instance[nom] === undefined && !(nom in champs)) delete instance[nom];
  }
  return Object.assign(instance, champs);
}
