import { type Famille, fed2, parCle } from "../famille.ts";

const SALLES = [{ id: "1", nom: "Grande", places: 200, batiment: { id: "b", ville: "Lyon", etages: 3 } }];

/** Provides: nested, on an interface, on a union; only what is provided comes from the provider. */
export const provides: Famille = {
  titre: "@provides",
  sousGraphes: {
    agenda: {
      sdl: fed2(`
        type Query {
          seance: Seance
          lieux: [Lieu!]! @shareable @provides(fields: "... on Salle { nom }")
          choses: [Chose!]! @shareable @provides(fields: "... on Salle { nom }")
        }
        type Seance { salle: Salle @provides(fields: "nom batiment { ville }") }
        interface Lieu { id: ID! nom: String }
        union Chose = Salle | Affiche
        type Salle implements Lieu @key(fields: "id") { id: ID! nom: String @external batiment: Batiment @external }
        type Batiment @key(fields: "id") { id: ID! ville: String @external }
        type Affiche @shareable { couleur: String }`),
      resolvers: {
        Query: {
          seance: () => ({ salle: { id: "1", nom: "Grande (agenda)", batiment: { id: "b", ville: "Lyon (agenda)" } } }),
          lieux: () => [{ __typename: "Salle", id: "1", nom: "Grande (agenda)" }],
          choses: () => [
            { __typename: "Salle", id: "1", nom: "Grande (agenda)" },
            { __typename: "Affiche", couleur: "rouge" },
          ],
        },
        Salle: { __resolveReference: (reference: object) => ({ ...reference }) },
      },
    },
    salles: {
      sdl: fed2(`
        type Query { salles: [Salle!]! }
        interface Lieu { id: ID! nom: String }
        type Salle implements Lieu @key(fields: "id") {
          id: ID! nom: String @shareable places: Int batiment: Batiment @shareable
        }
        type Batiment @key(fields: "id") { id: ID! ville: String @shareable etages: Int }`),
      resolvers: {
        Query: { salles: () => SALLES },
        Salle: { __resolveReference: parCle(SALLES, "id") },
        Batiment: {
          __resolveReference: parCle(
            SALLES.map(({ batiment }) => batiment),
            "id",
          ),
        },
      },
    },
  },
  cas: [
    {
      quoi: "le chemin qui fournit ne demande rien de plus",
      requete: "{ seance { salle { nom batiment { ville } } } }",
      data: { seance: { salle: { nom: "Grande (agenda)", batiment: { ville: "Lyon (agenda)" } } } },
    },
    {
      quoi: "le reste vient de son sous-graphe",
      requete: "{ seance { salle { places batiment { etages } } } salles { nom } }",
      data: { seance: { salle: { places: 200, batiment: { etages: 3 } } }, salles: [{ nom: "Grande" }] },
    },
    {
      quoi: "sur une interface",
      requete: "{ lieux { id nom ... on Salle { places } } }",
      data: { lieux: [{ id: "1", nom: "Grande (agenda)", places: 200 }] },
    },
    {
      quoi: "sur une union",
      requete: "{ choses { __typename ... on Salle { n: nom } ... on Affiche { couleur } } }",
      data: {
        choses: [
          { __typename: "Salle", n: "Grande (agenda)" },
          { __typename: "Affiche", couleur: "rouge" },
        ],
      },
    },
  ],
};
