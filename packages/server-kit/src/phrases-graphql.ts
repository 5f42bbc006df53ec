/** How graphql-js says a fault, and how we say it: with words of the schema and names of the document, never a value. */
export type Phrases = readonly (readonly [RegExp, (...trouves: string[]) => string])[];

/** What the first of these forms that a message has is said as; undefined when it has none. */
export function dire(phrases: Phrases, message: string): string | undefined {
  for (const [forme, phrase] of phrases) {
    const trouve = forme.exec(message);
    if (trouve !== null) return phrase(...trouve.slice(1).map((groupe) => groupe ?? ""));
  }
  return undefined;
}

const LEXEMES: Readonly<Record<string, string>> = {
  Name: "un nom",
  Int: "un nombre",
  Float: "un nombre",
  String: "un texte",
  BlockString: "un texte",
  "<EOF>": "la fin du document",
};

/** A word or a sign of a document, as the parser names it: `Name "toto"`, `"}"`, `<EOF>`. */
const lexeme = (texte: string): string =>
  LEXEMES[texte.split(" ", 1)[0] ?? ""] ?? `« ${texte.replace(/^"([\s\S]*)"$/, "$1")} »`;

/** A document that does not read. */
export const SYNTAXE: Phrases = [
  [
    /^Expected ([^,]+), found ([\s\S]+)\.$/,
    (attendu, trouve) => `il faut ${lexeme(attendu)}, et non ${lexeme(trouve)}`,
  ],
  [/^Unexpected variable "(\$\w+)" in constant/, (nom) => `la variable ${nom} se trouve là où il faut une constante`],
  [/^Unexpected description/, () => "une description n'a pas sa place ici"],
  [/^Unexpected single quote/, () => "un texte s'écrit entre guillemets droits doubles"],
  [/^(?:Unexpected|Invalid) character:/, () => "un caractère n'a pas sa place ici"],
  [/^Unexpected ([\s\S]+)\.$/, (trouve) => `${lexeme(trouve)} n'a pas sa place ici`],
  [/^Invalid number/, () => "un nombre est mal écrit"],
  [/^Unterminated string/, () => "un texte n'est pas refermé"],
  [/^Invalid character within String/, () => "un texte porte un caractère interdit"],
  [/^Invalid (?:Unicode|character) escape sequence/, () => "un texte porte un échappement mal écrit"],
];

const GENRES: Readonly<Record<string, string>> = {
  type: "le type",
  fragment: "le fragment",
  directive: "la directive",
  argument: "l'argument",
  operation: "l'opération",
  variable: "la variable",
  "input field": "le champ",
};

/** A document that does not fit the schema, by its fields and arguments. */
const CHAMPS: Phrases = [
  [/^Cannot query field "(\w+)" on type "(\w+)"/, (champ, type) => `${type} n'a pas de champ ${champ}`],
  [/^Unknown argument "(\w+)" on \w+ "(@?[\w.]+)"/, (nom, ou) => `${ou} n'a pas d'argument ${nom}`],
  [
    /^(?:Field|Directive) "(@?\w+)" argument "(\w+)" of type "([^"]+)" is required/,
    (ou, nom, type) => `${ou} demande l'argument ${nom}, de type ${type}`,
  ],
  [/^Field "(\w+)" must not have a selection/, (champ) => `${champ} n'a pas de champs à choisir`],
  [/^Field "(\w+)" of type "[^"]+" must have/, (champ) => `il faut choisir des champs de ${champ}`],
  [/^Fields "([^"]+)" conflict because/, (nom) => `« ${nom} » désigne deux choses : un alias les distingue`],
  [/^Field "([\w.]+)" of required type "[^"]+" was not provided/, (champ) => `le champ ${champ} est obligatoire`],
  [/^Field "(\w+)" is not defined by type "(\w+)"/, (champ, type) => `${type} n'a pas de champ ${champ}`],
];

/** A document that does not fit the schema, by the rest. */
const STRUCTURE: Phrases = [
  [/^Unknown (type|fragment|directive) "(@?\w+)"/, (genre, nom) => `${GENRES[genre]} ${nom} n'existe pas`],
  [/^There can be only one (\w+(?: field)?) named "(\W?\w+)"/, (genre, nom) => `${GENRES[genre]} ${nom} est en double`],
  [/^Directive "(@\w+)" may not be used on/, (nom) => `la directive ${nom} n'a pas sa place ici`],
  [/^The directive "(@\w+)" can only be used once/, (nom) => `la directive ${nom} est en double`],
  [
    /^Fragment (?:"\w+" )?cannot condition on non composite type "([^"]+)"/,
    (type) => `un fragment ne peut porter sur ${type}, qui n'a pas de champs`,
  ],
  [
    /^Fragment (?:"\w+" )?cannot be spread here as objects of type "([^"]+)" can never be of type "([^"]+)"/,
    (parent, type) => `un fragment sur ${type} n'a pas sa place dans ${parent}`,
  ],
  [/^Cannot spread fragment "(\w+)" within itself/, (nom) => `le fragment ${nom} se contient lui-même`],
  [/^Fragment "(\w+)" is never used/, (nom) => `le fragment ${nom} ne sert pas`],
  [/^This anonymous operation must be the only/, () => "une opération sans nom doit être la seule"],
  [/ definition is not executable/, () => "un document ne porte que des opérations et des fragments"],
  [/^(?:Anonymous Subscription|Subscription "\w+") must/, () => "un abonnement porte sur un seul champ"],
  [/^Maximum introspection depth exceeded/, () => "l'introspection va trop profond"],
  [/^Too many (?:validation errors|errors processing)/, () => "d'autres fautes ne sont pas montrées"],
];

const VARIABLES: Phrases = [
  [/^Variable "(\$\w+)" is not defined/, (nom) => `la variable ${nom} n'est pas déclarée`],
  [/^Variable "(\$\w+)" is never used/, (nom) => `la variable ${nom} ne sert pas`],
  [/^Variable "(\$\w+)" cannot be non-input type "([^"]+)"/, (nom, type) => `${nom} ne peut être de type ${type}`],
  [
    /^Variable "(\$\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"/,
    (nom, type, attendu) => `la variable ${nom} est de type ${type}, là où il faut ${attendu}`,
  ],
  [
    /^Variable "(\$\w+)" is of type "[^"]+" but must be non-null/,
    (nom) => `la variable ${nom} ne doit pas pouvoir être null`,
  ],
  [
    /^Variable "(\$\w+)" of required type "([^"]+)" was not provided/,
    (nom, type) => `la variable ${nom}, de type ${type}, est obligatoire`,
  ],
  [
    /^Variable "(\$\w+)" of non-null type "([^"]+)" must not be null/,
    (nom, type) => `la variable ${nom}, de type ${type}, ne peut être null`,
  ],
];

/** A value written in the document. */
const LITTERAUX: Phrases = [
  [/^Expected value of type "([^"]+)"/, (type) => `une valeur de type ${type} est attendue`],
  [/^(?:Value "[\s\S]*" does not exist in|Enum) "(\w+)"/, (type) => `une valeur n'est pas dans l'énumération ${type}`],
  [/^(String|Int|Float|Boolean|ID) cannot represent/, (type) => `une valeur de type ${type} est attendue`],
  [/^Value is not a valid (\w+)/, (type) => `une valeur de type ${type} est attendue`],
  [/^OneOf Input Object "(\w+)" must specify/, (type) => `${type} demande un champ, et un seul`],
  [/^Field "([\w.]+)" must be non-null/, (champ) => `le champ ${champ} ne peut être null`],
];

/** All that may be said of a document that reads, and of the presence of its variables. */
export const DOCUMENT: Phrases = [...CHAMPS, ...STRUCTURE, ...VARIABLES, ...LITTERAUX];
