import { DOCUMENT, dire, type Phrases, SYNTAXE } from "./phrases-graphql.ts";

/** Why a value of a variable is refused: words of the schema, never the value. */
const RAISONS: Phrases = [
  [/Field "(\w+)" of required type "[^"]+" was not provided\.$/, (champ) => ` : le champ ${champ} est obligatoire`],
  [/Expected non-nullable type "([^"]+)" not to be null\.$/, (type) => ` : une valeur de type ${type} est attendue`],
  [/Expected type "(\w+)" to be an object\.$/, (type) => ` : un objet de type ${type} est attendu`],
  [/ is not defined by type "(\w+)"/, (type) => ` : un de ses champs n'existe pas dans ${type}`],
  [/ does not exist in "(\w+)" enum\./, (type) => ` : elle n'est pas dans l'énumération ${type}`],
  [/; (String|Int|Float|Boolean|ID) cannot represent /, (type) => ` : une valeur de type ${type} est attendue`],
  [/Value is not a valid (\w+)/, (type) => ` : une valeur de type ${type} est attendue`],
];

/**
 * What graphql-js says of a document or of a variable, in French and without any value: a client may have written a name or
 * a number there, and errors are kept in journals that are not ours. Undefined when it says what we have no words for.
 */
export function direFaute(message: string): string | undefined {
  const syntaxe = /^Syntax Error: ([\s\S]*)$/.exec(message)?.[1];
  const variable = /^Variable "(\$\w+)" got invalid value /.exec(message)?.[1];
  const phrase =
    syntaxe !== undefined
      ? dire(SYNTAXE, syntaxe)
      : variable !== undefined
        ? direVariable(variable, message)
        : dire(DOCUMENT, message);
  return phrase === undefined ? undefined : `${phrase}.`;
}

function direVariable(variable: string, message: string): string {
  const place = / at "([\w.[\]]+)"; /.exec(message)?.[1];
  return `la valeur de ${variable}${place === undefined ? "" : ` (${place})`} est refusée${dire(RAISONS, message) ?? ""}`;
}
