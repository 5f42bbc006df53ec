import { type Famille, fed2, parCle } from "../famille.ts";

const LIVRES = [
  { id: "1", isbn: "i-1", titre: "Un", auteur: { code: "a", pays: { iso: "fr" } } },
  { id: "2", isbn: "i-2", titre: "Deux", auteur: null },
  { id: "3", isbn: null, titre: "Trois", auteur: { code: "inconnu", pays: { iso: "fr" } } },
];
const AUTEURS = [{ code: "a", pays: { iso: "fr" }, nom: "Anne" }];
const STOCKS = [
  { isbn: "i-1", exemplaires: 4 },
  { isbn: "i-2", exemplaires: 0 },
];
const RAYONS = [
  { isbn: "i-1", rayon: "R1" },
  { isbn: "i-2", rayon: "R2" },
];

/** Keys: one field, several, nested, in a chain, null, unknown. */
export const cles: Famille = {
  titre: "clés",
  sousGraphes: {
    catalogue: {
      sdl: fed2(`
        type Query { livres: [Livre] livre(id: ID!): Livre }
        type Livre @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: String titre: String auteur: Auteur }
        type Auteur @key(fields: "code pays { iso }") { code: ID! pays: Pays! }
        type Pays @shareable { iso: String! }`),
      resolvers: {
        Query: {
          livres: () => [...LIVRES, null],
          livre: (_: unknown, { id }: { id: string }) => parCle(LIVRES, "id")({ id }),
        },
        Livre: { __resolveReference: parCle(LIVRES, "id", "isbn") },
        Auteur: { __resolveReference: (reference: object) => ({ ...reference }) },
      },
    },
    auteurs: {
      sdl: fed2(`
        type Auteur @key(fields: "code pays { iso }") { code: ID! pays: Pays! nom: String }
        type Pays @shareable { iso: String! }`),
      resolvers: { Auteur: { __resolveReference: parCle(AUTEURS, "code") } },
    },
    stocks: {
      sdl: fed2(`type Livre @key(fields: "isbn") { isbn: String exemplaires: Int }`),
      resolvers: { Livre: { __resolveReference: parCle(STOCKS, "isbn") } },
    },
    rayons: {
      sdl: fed2(`
        type Query { rayons: [Rangement!]! }
        type Rangement { livre: Livre! }
        type Livre @key(fields: "isbn") { isbn: String rayon: String }`),
      resolvers: {
        Query: { rayons: () => RAYONS.map((livre) => ({ livre })) },
        Livre: { __resolveReference: parCle(RAYONS, "isbn") },
      },
    },
  },
  cas: [
    {
      quoi: "une clé, une liste où il manque une entité, un auteur nul, un auteur inconnu",
      requete: "{ livres { titre auteur { nom code } } }",
      data: {
        livres: [
          { titre: "Un", auteur: { nom: "Anne", code: "a" } },
          { titre: "Deux", auteur: null },
          { titre: "Trois", auteur: { nom: null, code: "inconnu" } },
          null,
        ],
      },
    },
    {
      quoi: "une clé nulle ne désigne rien",
      requete: "{ livres { id exemplaires rayon } }",
      data: {
        livres: [
          { id: "1", exemplaires: 4, rayon: "R1" },
          { id: "2", exemplaires: 0, rayon: "R2" },
          { id: "3", exemplaires: null, rayon: null },
          null,
        ],
      },
    },
    {
      quoi: "une clé mène à une autre : le sous-graphe de départ ne connaît pas la clé que le dernier attend",
      requete: "{ rayons { livre { rayon titre exemplaires auteur { nom } } } }",
      data: {
        rayons: [
          { livre: { rayon: "R1", titre: "Un", exemplaires: 4, auteur: { nom: "Anne" } } },
          { livre: { rayon: "R2", titre: "Deux", exemplaires: 0, auteur: null } },
        ],
      },
    },
    {
      quoi: "la même entité deux fois sous deux noms",
      requete: "query ($a: ID!, $b: ID!) { x: livre(id: $a) { rayon } y: livre(id: $b) { r: rayon id } }",
      variables: { a: "1", b: "1" },
      data: { x: { rayon: "R1" }, y: { r: "R1", id: "1" } },
    },
    { quoi: "une entité absente", requete: '{ livre(id: "9") { rayon } }', data: { livre: null } },
  ],
};
