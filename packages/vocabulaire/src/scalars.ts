import { GraphQLError, GraphQLScalarType, type ValueNode } from "graphql";
import { GraphQLDateTimeISO, GraphQLLocalDate } from "graphql-scalars";

/** The refusal of a value by a scalar; the node lets the server name the argument where the value stands. */
const refus = (name: string, description: string, node?: ValueNode): GraphQLError =>
  new GraphQLError(`Cette valeur n'est pas de type ${name}. ${description}`, {
    ...(node === undefined ? {} : { nodes: node }),
    extensions: { code: "BAD_USER_INPUT" },
  });

const INSTANT = { name: "DateTime", description: "Instant, ISO 8601." };

/** Instant, en UTC ; `Date` JavaScript ou texte ISO 8601 à l'intérieur. */
export const GraphQLInstant = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  ...INSTANT,
  parseValue: (value) => lireInstant(() => GraphQLDateTimeISO.parseValue(value)),
  parseLiteral: (node) => lireInstant(() => GraphQLDateTimeISO.parseLiteral(node), node),
});

/** Ours to say in French: the library's own refusal quotes the value, in English. */
function lireInstant(lire: () => Date, node?: ValueNode): Date {
  try {
    return lire();
  } catch {
    throw refus(INSTANT.name, INSTANT.description, node);
  }
}

/** A string scalar whose every value passes `normalise`, which returns the canonical form or null when invalid. */
export const textScalar = (
  name: string,
  description: string,
  normalise: (value: string) => string | null,
): GraphQLScalarType<string, string> => {
  const read = (value: unknown, node?: ValueNode): string => {
    const canonical = typeof value === "string" ? normalise(value) : null;
    if (canonical === null) throw refus(name, description, node);
    return canonical;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: (value) => read(value),
    parseLiteral: (node) => read("value" in node ? node.value : undefined, node),
  });
};

/** A day of the calendar as PostgreSQL has it too: there is no year 0. */
const jour = textScalar("Date", "Jour civil, AAAA-MM-JJ.", (texte) =>
  texte.startsWith("0000") || !estUnJour(texte) ? null : texte,
);

/** Jour civil « AAAA-MM-JJ », gardé en texte de bout en bout : un jour n'a pas de fuseau. */
export const GraphQLIsoDate = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: jour.name,
  description: jour.description,
  parseValue: jour.parseValue,
  parseLiteral: jour.parseLiteral,
});

function estUnJour(texte: string): boolean {
  try {
    return GraphQLLocalDate.parseValue(texte) === texte;
  } catch {
    return false;
  }
}
