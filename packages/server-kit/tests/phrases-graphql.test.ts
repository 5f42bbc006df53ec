import { buildSchema, GraphQLError, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { direFaute } from "../src/faute.ts";

const schema = buildSchema(`
  directive @seule on FIELD
  enum Genre { A B }
  interface Chose { id: ID! }
  type Livre implements Chose { id: ID! titre(langue: String!): String auteur: Auteur }
  type Lampe implements Chose { id: ID! watts: Int }
  type Auteur { nom: String }
  input Filtre { genre: Genre!, rang: Int }
  input Ou @oneOf { a: Int b: Int }
  type Query { chose(id: ID!): Chose livre: Livre nombre: Int choses(filtre: Filtre, ou: Ou, rang: Int): [Chose] }
  type Subscription { a: Int b: Int }
`);

/** Every fault that graphql-js finds in a document, as we say it. */
function fautes(document: string): (string | undefined)[] {
  try {
    return validate(schema, parse(document)).map(({ message }) => direFaute(message));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [direFaute(error.message)];
  }
}

describe("Un document qui ne se lit pas", () => {
  it.each([
    ["{ nombre", "il faut un nom, et non la fin du document."],
    ["{ nombre } }", "« } » n'a pas sa place ici."],
    ["{ choses(rang: Dupont Durand) { id } }", "il faut « : », et non « ) »."],
    ['{ nombre "Dupont" }', "il faut un nom, et non un texte."],
    ["query ($a: Int = $b) { nombre }", "la variable $b se trouve là où il faut une constante."],
    ['"Dupont" { nombre }', "une description n'a pas sa place ici."],
    ["{ chose(id: 'Dupont') { id } }", "un texte s'écrit entre guillemets droits doubles."],
    ["{ nombre ? }", "un caractère n'a pas sa place ici."],
    ["Dupont { nombre }", "un nom n'a pas sa place ici."],
    ["{ choses(rang: 01) { id } }", "un nombre est mal écrit."],
    ['{ chose(id: "Dupont) { id } }', "un texte n'est pas refermé."],
    ['{ chose(id: "\ud800") { id } }', "un texte porte un caractère interdit."],
    ['{ chose(id: "\\u{}") { id } }', "un texte porte un échappement mal écrit."],
    ['{ chose(id: "\\q") { id } }', "un texte porte un échappement mal écrit."],
  ])("%s", (document, phrase) => {
    expect(fautes(document)).toEqual([phrase]);
  });
});

describe("Un document qui ne correspond pas au schéma", () => {
  it.each([
    ["{ rien }", "Query n'a pas de champ rien."],
    ['{ chose(id: "1", rang: 2) { id } }', "Query.chose n'a pas d'argument rang."],
    ["{ nombre @skip(if: true, rang: 1) }", "@skip n'a pas d'argument rang."],
    ["{ chose { id } }", "chose demande l'argument id, de type ID!."],
    ["{ nombre @skip }", "@skip demande l'argument if, de type Boolean!."],
    ["{ nombre { a } }", "nombre n'a pas de champs à choisir."],
    ["{ livre }", "il faut choisir des champs de livre."],
    ["{ a: nombre a: livre { id } }", "« a » désigne deux choses : un alias les distingue."],
    ["{ choses(filtre: { rang: 1 }) { id } }", "le champ Filtre.genre est obligatoire."],
    ["{ choses(filtre: { genre: A, nom: 1 }) { id } }", "Filtre n'a pas de champ nom."],
    ["query ($a: Rien) { choses(rang: $a) { id } }", "le type Rien n'existe pas."],
    ["{ livre { ...Absent } }", "le fragment Absent n'existe pas."],
    ["{ nombre @absente }", "la directive @absente n'existe pas."],
    ["{ choses(rang: 1, rang: 2) { id } }", "l'argument rang est en double."],
    ["query A { nombre } query A { nombre }", "l'opération A est en double."],
    ["query ($a: Int, $a: Int) { choses(rang: $a) { id } }", "la variable $a est en double."],
    ["{ choses(filtre: { genre: A, genre: B }) { id } }", "le champ genre est en double."],
    ["query @seule { nombre }", "la directive @seule n'a pas sa place ici."],
    ["{ nombre @seule @seule }", "la directive @seule est en double."],
    ["{ livre { ... on Genre { a } } }", "un fragment ne peut porter sur Genre, qui n'a pas de champs."],
    ["{ livre { ... on Lampe { id } } }", "un fragment sur Lampe n'a pas sa place dans Livre."],
    ["{ livre { ...L } } fragment L on Livre { ...L }", "le fragment L se contient lui-même."],
    ["{ nombre } fragment L on Livre { id }", "le fragment L ne sert pas."],
    ["{ nombre } query A { nombre }", "une opération sans nom doit être la seule."],
    ["{ nombre } type T { a: Int }", "un document ne porte que des opérations et des fragments."],
    ["subscription { a b }", "un abonnement porte sur un seul champ."],
    ["{ choses(rang: $a) { id } }", "la variable $a n'est pas déclarée."],
    ["query Q { choses(rang: $a) { id } }", "la variable $a n'est pas déclarée."],
    ["query Q($a: Int) { nombre }", "la variable $a ne sert pas."],
    ["query ($a: String) { choses(rang: $a) { id } }", "la variable $a est de type String, là où il faut Int."],
    ["query ($a: Int) { choses(ou: { a: $a }) { id } }", "la variable $a ne doit pas pouvoir être null."],
    ['{ choses(rang: "Dupont") { id } }', "une valeur de type Int est attendue."],
    ["{ choses(filtre: { genre: Dupont }) { id } }", "une valeur n'est pas dans l'énumération Genre."],
    ['{ choses(filtre: { genre: "Dupont" }) { id } }', "une valeur n'est pas dans l'énumération Genre."],
    ["{ choses(filtre: 1) { id } }", "une valeur de type Filtre est attendue."],
    ["{ choses(ou: {}) { id } }", "Ou demande un champ, et un seul."],
    ["{ choses(ou: { a: null }) { id } }", "le champ Ou.a ne peut être null."],
  ])("%s", (document, phrase) => {
    expect(fautes(document)).toEqual([phrase]);
  });

  it("query ($a: Livre) { choses(rang: $a) { id } }", () => {
    expect(fautes("query ($a: Livre) { choses(rang: $a) { id } }")).toContain("$a ne peut être de type Livre.");
  });

  it("dit qu'il ne dit pas tout", () => {
    const rien = Array.from({ length: 200 }, (_, rang) => `rien${rang}`).join(" ");
    expect(fautes(`{ ${rien} }`).at(-1)).toBe("d'autres fautes ne sont pas montrées.");
  });
});
