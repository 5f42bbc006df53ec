/** How graphql-js says why a value of a variable is refused, and what is kept of it: words of the schema, never the value. */
const RAISONS: readonly (readonly [RegExp, (trouve: string) => string])[] = [
  [/Field "(\w+)" of required type "[^"]+" was not provided\.$/, (champ) => ` : le champ ${champ} est obligatoire`],
  [/Expected non-nullable type "([^"]+)" not to be null\.$/, (type) => ` : une valeur de type ${type} est attendue`],
  [/Expected type "(\w+)" to be an object\.$/, (type) => ` : un objet de type ${type} est attendu`],
  [/ is not defined by type "(\w+)"/, (type) => ` : un de ses champs n'existe pas dans ${type}`],
  [/ does not exist in "(\w+)" enum\./, (type) => ` : elle n'est pas dans l'énumération ${type}`],
  [/; (String|Int|Float|Boolean|ID) cannot represent /, (type) => ` : une valeur de type ${type} est attendue`],
  [/Value is not a valid (\w+)/, (type) => ` : une valeur de type ${type} est attendue`],
];

/** Where a message of graphql-js about the document quotes a value that stands in it. */
const CITATIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(String|BlockString|Int|Float) "[\s\S]*"/, "$1"],
  [/^(Expected value of type "[^"]+"), found [\s\S]*$/, "$1."],
  [/^Value "[\s\S]*" (does not exist in "\w+" enum\.)[\s\S]*$/, "Value $1"],
  [/^([\w" -]+ cannot represent [\w -]+): [\s\S]*$/, "$1."],
  [/^(Value is not a valid \w+): [\s\S]*$/, "$1."],
];

/**
 * A message of graphql-js about a value or a document, without any value: a client may have written a name or a number
 * there, and errors are kept in journals that are not ours.
 */
export function sansValeurCitee(message: string): string {
  const variable = /^Variable "(\$\w+)" got invalid value /.exec(message)?.[1];
  if (variable === undefined) {
    return CITATIONS.reduce((texte, [citation, reste]) => texte.replace(citation, reste), message);
  }
  const place = / at "([\w.[\]]+)"; /.exec(message)?.[1];
  const raison = RAISONS.map(([forme, dire]) => {
    const trouve = forme.exec(message)?.[1];
    return trouve === undefined ? undefined : dire(trouve);
  }).find((phrase) => phrase !== undefined);
  return `la valeur de ${variable}${place === undefined ? "" : ` (${place})`} est refusée${raison ?? ""}.`;
}
