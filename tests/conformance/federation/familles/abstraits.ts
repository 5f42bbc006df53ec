import { type Famille, fed2, parCle } from "../famille.ts";

const OEUVRES = [
  { __typename: "Film", id: "f", titre: "Le Film", minutes: 90 },
  { __typename: "Piece", id: "p", titre: "La Pièce", actes: 5 },
];
const AVIS_DE_LA_PIECE = { __typename: "Piece", id: "p", avis: [], suite: null };
const AVIS = [{ __typename: "Film", id: "f", avis: ["bien", "long"], suite: AVIS_DE_LA_PIECE }, AVIS_DE_LA_PIECE];

/** Interfaces and unions whose members are spread over subgraphs. */
export const abstraits: Famille = {
  titre: "interfaces et unions réparties",
  sousGraphes: {
    oeuvres: {
      sdl: fed2(`
        type Query { oeuvres: [Oeuvre!]! vitrine: [Vitrine] oeuvre(id: ID!): Oeuvre }
        interface Oeuvre { id: ID! titre: String! }
        type Film implements Oeuvre @key(fields: "id") { id: ID! titre: String! minutes: Int }
        type Piece implements Oeuvre @key(fields: "id") { id: ID! titre: String! actes: Int }
        type Panneau { texte: String }
        union Vitrine = Film | Piece | Panneau`),
      resolvers: {
        Query: {
          oeuvres: () => OEUVRES,
          vitrine: () => [...OEUVRES, { __typename: "Panneau", texte: "Bienvenue" }, null],
          oeuvre: (_: unknown, { id }: { id: string }) => OEUVRES.find((oeuvre) => oeuvre.id === id) ?? null,
        },
        Film: { __resolveReference: parCle(OEUVRES, "id") },
        Piece: { __resolveReference: parCle(OEUVRES, "id") },
      },
    },
    critiques: {
      sdl: fed2(`
        type Query { coupDeCoeur: Critiquable }
        interface Critiquable { id: ID! avis: [String!] suite: Critiquable }
        type Film implements Critiquable @key(fields: "id") { id: ID! avis: [String!] suite: Critiquable }
        type Piece implements Critiquable @key(fields: "id") { id: ID! avis: [String!] suite: Critiquable }`),
      resolvers: {
        Query: { coupDeCoeur: () => AVIS[0] },
        Film: { __resolveReference: parCle(AVIS, "id") },
        Piece: { __resolveReference: parCle(AVIS, "id") },
      },
    },
  },
  cas: [
    {
      quoi: "des champs d'un autre sous-graphe, type par type",
      requete: "{ oeuvres { titre ... on Film { minutes avis } ... on Piece { avis actes } } }",
      data: {
        oeuvres: [
          { titre: "Le Film", minutes: 90, avis: ["bien", "long"] },
          { titre: "La Pièce", avis: [], actes: 5 },
        ],
      },
    },
    {
      quoi: "par une interface que le premier sous-graphe ne connaît pas",
      requete: "{ oeuvres { id ... on Critiquable { avis suite { ... on Oeuvre { titre } } } } }",
      data: {
        oeuvres: [
          { id: "f", avis: ["bien", "long"], suite: { titre: "La Pièce" } },
          { id: "p", avis: [], suite: null },
        ],
      },
    },
    {
      quoi: "une union où se mêlent entités, objets simples et null",
      requete: `{ vitrine { __typename ... on Oeuvre { titre } ... on Critiquable { avis } ... on Panneau { texte } } }`,
      data: {
        vitrine: [
          { __typename: "Film", titre: "Le Film", avis: ["bien", "long"] },
          { __typename: "Piece", titre: "La Pièce", avis: [] },
          { __typename: "Panneau", texte: "Bienvenue" },
          null,
        ],
      },
    },
    {
      quoi: "une interface qui se désigne elle-même",
      requete:
        "{ coupDeCoeur { suite { __typename suite { id } ... on Piece { actes titre } } ... on Film { minutes } } }",
      data: {
        coupDeCoeur: { suite: { __typename: "Piece", suite: null, actes: 5, titre: "La Pièce" }, minutes: 90 },
      },
    },
    {
      quoi: "le même champ par plusieurs fragments, avec d'autres sous-champs",
      requete: `query ($id: ID!) { oeuvre(id: $id) { ...a ...b ... on Film { suite { ... on Piece { actes } } } } }
        fragment a on Oeuvre { titre ... on Critiquable { suite { id } } }
        fragment b on Film { suite { avis __typename } t: titre }`,
      variables: { id: "f" },
      data: {
        oeuvre: {
          titre: "Le Film",
          suite: { id: "p", avis: [], __typename: "Piece", actes: 5 },
          t: "Le Film",
        },
      },
    },
  ],
};

const MEDIAS = [
  { __typename: "Livre", titre: "Livre" },
  { __typename: "Disque", titre: "Disque" },
];

/** Two subgraphs that do not know the same members of a union, nor the same fields of them. */
export const unionPartielle: Famille = {
  titre: "union que chacun connaît en partie",
  sousGraphes: {
    a: {
      sdl: fed2(`
        type Query { media: Media @shareable livre: Media }
        union Media = Livre
        type Livre @shareable { titre: String }
        type Disque @shareable { titre: String }`),
      resolvers: { Query: { media: () => MEDIAS[0], livre: () => MEDIAS[0] } },
    },
    b: {
      sdl: fed2(`
        type Query { media: Media @shareable disque: Media etagere: Etagere }
        union Media = Livre | Disque
        type Etagere { medias: [Media!] }
        type Livre @shareable { titre: String }
        type Disque @shareable { titre: String }`),
      resolvers: {
        Query: { media: () => MEDIAS[0], disque: () => MEDIAS[1], etagere: () => ({ medias: MEDIAS }) },
      },
    },
  },
  cas: [
    {
      quoi: "un membre connu des deux",
      requete: "{ media { __typename ... on Livre { titre } ... on Disque { titre } } }",
      data: { media: { __typename: "Livre", titre: "Livre" } },
    },
    {
      quoi: "un membre connu d'un seul",
      requete:
        "{ disque { ... on Disque { titre } } livre { ... on Disque { titre } } etagere { medias { ... on Livre { titre } } } }",
      data: { disque: { titre: "Disque" }, livre: {}, etagere: { medias: [{ titre: "Livre" }, {}] } },
    },
  ],
};
