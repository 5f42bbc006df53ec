import { type Famille, fed2 } from "../famille.ts";

const ajoutes: string[] = [];
const ajouter =
  (nom: string) =>
  (_: unknown, { texte }: { texte: string }) => {
    ajoutes.push(`${nom} ${texte}`);
    return { id: String(ajoutes.length), texte };
  };

/** What operations may say: order of mutations, conditions, aliases, arguments, introspection. */
export const operations: Famille = {
  titre: "opérations",
  sousGraphes: {
    a: {
      sdl: fed2(`
        type Query { note(id: ID!): Note vider: Int }
        type Mutation { ajouterA(texte: String!): Note journalA: [String!] vider: Boolean }
        type Note @key(fields: "id") { id: ID! texte: String }`),
      resolvers: {
        Query: { note: (_: unknown, { id }: { id: string }) => ({ id, texte: `texte ${id}` }) },
        Mutation: {
          ajouterA: ajouter("a"),
          journalA: () => [...ajoutes],
          vider: () => ajoutes.splice(0).length >= 0,
        },
        Note: { __resolveReference: ({ id }: { id: string }) => ({ id, texte: `texte ${id}` }) },
      },
    },
    b: {
      sdl: fed2(`
        type Mutation { ajouterB(texte: String!): Note journalB: [String!] }
        type Note @key(fields: "id") { id: ID! mots(debut: Int! = 1, fin: Int): String lien: Note }`),
      resolvers: {
        Mutation: { ajouterB: ajouter("b"), journalB: () => [...ajoutes] },
        Note: {
          __resolveReference: (reference: object) => ({ ...reference }),
          mots: (_: unknown, { debut, fin }: { debut: number; fin?: number }) => `${debut}-${fin ?? "fin"}`,
          lien: ({ id }: { id: string }) => ({ id: `${id}'` }),
        },
      },
    },
  },
  cas: [
    {
      quoi: "les mutations s'exécutent une à une, dans l'ordre, d'un sous-graphe à l'autre",
      requete: `mutation { vider un: ajouterA(texte: "1") { texte mots } deux: ajouterB(texte: "2") { id texte }
        trois: ajouterA(texte: "3") { id } journalB quatre: ajouterB(texte: "4") { id } journalA }`,
      data: {
        vider: true,
        un: { texte: "1", mots: "1-fin" },
        deux: { id: "2", texte: "texte 2" },
        trois: { id: "3" },
        journalB: ["a 1", "b 2", "a 3"],
        quatre: { id: "4" },
        journalA: ["a 1", "b 2", "a 3", "b 4"],
      },
    },
    {
      quoi: "un champ sous plusieurs noms, avec d'autres arguments",
      requete: `query ($f: Int) { note(id: "1") { mots x: mots(debut: 2, fin: $f) y: mots(fin: 9) mots2: mots(debut: 3) } }`,
      variables: { f: 5 },
      data: { note: { mots: "1-fin", x: "2-5", y: "1-9", mots2: "3-fin" } },
    },
    {
      quoi: "des conditions par variables, jusque dans les entités",
      requete: `query ($oui: Boolean!, $non: Boolean = false) { note(id: "1") {
        texte @include(if: $non) mots @include(if: $oui) id @skip(if: $oui) ...f @skip(if: $non)
        ... on Note @include(if: $non) { lien { id } } ... @include(if: $oui) @skip(if: $non) { l: lien { texte } } } }
        fragment f on Note { lien { mots @skip(if: $oui) texte @include(if: $oui) } }`,
      variables: { oui: true },
      data: { note: { mots: "1-fin", lien: { texte: "texte 1'" }, l: { texte: "texte 1'" } } },
    },
    {
      quoi: "et rien ne reste",
      requete: "query ($oui: Boolean!) { note(id: 1) @skip(if: $oui) { mots } __typename }",
      variables: { oui: true },
      data: { __typename: "Query" },
    },
    {
      quoi: "des types partout",
      requete: "{ __typename note(id: 1) { __typename t: __typename lien { __typename texte } } q: __typename }",
      data: {
        __typename: "Query",
        note: { __typename: "Note", t: "Note", lien: { __typename: "Note", texte: "texte 1'" } },
        q: "Query",
      },
    },
    {
      quoi: "le type d'une mutation",
      requete: "mutation { m: __typename vider }",
      data: { m: "Mutation", vider: true },
    },
    {
      quoi: "l'introspection avec des données",
      requete: `query ($n: String!) { __schema { queryType { name } } __type(name: $n) { kind } note(id: 2) { texte } }`,
      variables: { n: "Note" },
      data: { __schema: { queryType: { name: "Query" } }, __type: { kind: "OBJECT" }, note: { texte: "texte 2" } },
    },
    {
      quoi: "une variable du mauvais type",
      requete: "query ($f: Int) { note(id: 1) { mots(fin: $f) } }",
      variables: { f: "cinq" },
      data: null,
      erreurs: true,
    },
    {
      quoi: "des noms que tout objet porte déjà",
      requete: "{ note(id: 1) { __proto__: mots constructor: texte toString: id } }",
      data: JSON.parse('{"note":{"__proto__":"1-fin","constructor":"texte 1","toString":"1"}}'),
    },
  ],
};
