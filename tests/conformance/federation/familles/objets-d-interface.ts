import { type Famille, fed2, parCle } from "../famille.ts";

const COMPTES = [
  { __typename: "Livret", id: "l", nom: "Livret A", taux: 3 },
  { __typename: "Courant", id: "c", nom: "Courant", decouvert: 100 },
];
const SOLDES = [
  { id: "l", solde: 10 },
  { id: "c", solde: -5 },
];

/** Interface objects: fields added to every implementation by who knows none of them. */
export const objetsDInterface: Famille = {
  titre: "@interfaceObject",
  sousGraphes: {
    comptes: {
      sdl: fed2(`
        type Query { comptes: [Compte!]! }
        interface Compte @key(fields: "id") { id: ID! nom: String! }
        type Livret implements Compte @key(fields: "id") { id: ID! nom: String! taux: Int }
        type Courant implements Compte @key(fields: "id") { id: ID! nom: String! decouvert: Int }`),
      resolvers: {
        Query: { comptes: () => COMPTES },
        Compte: { __resolveReference: parCle(COMPTES, "id") },
        Livret: { __resolveReference: parCle(COMPTES, "id") },
        Courant: { __resolveReference: parCle(COMPTES, "id") },
      },
    },
    soldes: {
      sdl: fed2(`
        type Query { debiteurs: [Compte!]! }
        type Compte @key(fields: "id") @interfaceObject { id: ID! solde: Int! nom: String! @external
          resume: String @requires(fields: "nom") }`),
      resolvers: {
        Query: { debiteurs: () => [SOLDES[1]] },
        Compte: {
          __resolveReference: parCle(SOLDES, "id"),
          resume: ({ nom, solde }: { nom: string; solde: number }) => `${nom} : ${solde}`,
        },
      },
    },
    alertes: {
      sdl: fed2(`
        type Compte @key(fields: "id") @interfaceObject { id: ID! solde: Int! @external
          alerte: Boolean! @requires(fields: "solde") }`),
      resolvers: {
        Compte: {
          __resolveReference: (reference: object) => ({ ...reference }),
          alerte: ({ solde }: { solde: number }) => solde < 0,
        },
      },
    },
  },
  cas: [
    {
      quoi: "de l'interface vers l'objet",
      requete: "{ comptes { nom solde alerte resume } }",
      data: {
        comptes: [
          { nom: "Livret A", solde: 10, alerte: false, resume: "Livret A : 10" },
          { nom: "Courant", solde: -5, alerte: true, resume: "Courant : -5" },
        ],
      },
    },
    {
      quoi: "de l'objet vers l'interface, avec le vrai type",
      requete: "{ debiteurs { __typename id nom solde ... on Courant { decouvert } ... on Livret { taux } } }",
      data: { debiteurs: [{ __typename: "Courant", id: "c", nom: "Courant", solde: -5, decouvert: 100 }] },
    },
    {
      quoi: "le vrai type sous un autre nom, et rien d'autre",
      requete: "{ debiteurs { t: __typename } }",
      data: { debiteurs: [{ t: "Courant" }] },
    },
    {
      quoi: "sans le type quand il n'est pas demandé : un seul sous-graphe suffit",
      requete: "{ debiteurs { id solde } }",
      data: { debiteurs: [{ id: "c", solde: -5 }] },
    },
    {
      quoi: "sur un type précis, exigences comprises",
      requete: "{ comptes { ... on Livret { taux alerte solde } } }",
      data: { comptes: [{ taux: 3, alerte: false, solde: 10 }, {}] },
    },
    {
      quoi: "de l'objet vers un type précis",
      requete: "{ debiteurs { ... on Livret { id } ... on Courant { alerte } } }",
      data: { debiteurs: [{ alerte: true }] },
      apolloDiffere: "le type trouvé est perdu dès qu'un autre sous-graphe d'objets d'interface répond",
    },
  ],
};

/** A key that its subgraph does not resolve: what it holds is all there is. */
export const objetsNonResolubles: Famille = {
  titre: "@interfaceObject sans résolution",
  sousGraphes: {
    a: {
      sdl: fed2(`
        type Query { fiche: Fiche }
        type Fiche @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }`),
      resolvers: { Query: { fiche: () => ({ id: "1" }) } },
    },
    b: {
      sdl: fed2(`
        interface Fiche @key(fields: "id") { id: ID! texte: String }
        type Carte implements Fiche @key(fields: "id") { id: ID! texte: String }`),
      resolvers: {
        Fiche: { __resolveReference: parCle([{ __typename: "Carte", id: "1", texte: "T" }], "id") },
        Carte: { __resolveReference: parCle([{ __typename: "Carte", id: "1", texte: "T" }], "id") },
      },
    },
  },
  cas: [
    { quoi: "la clé seule", requete: "{ fiche { id } }", data: { fiche: { id: "1" } } },
    {
      quoi: "le reste chez qui le résout",
      requete: "{ fiche { texte __typename ... on Carte { id } } }",
      data: { fiche: { texte: "T", __typename: "Carte", id: "1" } },
    },
  ],
};
