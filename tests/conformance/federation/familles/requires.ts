import { type Famille, fed2, parCle } from "../famille.ts";

const COLIS = [
  { id: "1", poids: 2, fragile: true },
  { id: "2", poids: null, fragile: false },
];
const TARIFS: Readonly<Record<string, number>> = { EUR: 3, CHF: 4 };

/** Requires: of several, with an argument, in a chain, of nulls, of lists. */
export const requires: Famille = {
  titre: "@requires",
  sousGraphes: {
    quai: {
      sdl: fed2(`
        type Query { colis: [Colis!]! }
        type Colis @key(fields: "id") {
          id: ID! poids: Int fragile: Boolean! prix(devise: String!): Int
          dimensions: Dimensions
        }
        type Dimensions @shareable { cotes: [Cote!]! }
        type Cote @shareable { nom: String! valeur(unite: String = "cm"): Int }`),
      resolvers: {
        Query: { colis: () => COLIS },
        Colis: {
          __resolveReference: parCle(COLIS, "id"),
          prix: ({ poids }: { poids: number | null }, { devise }: { devise: string }) =>
            poids === null ? null : poids * (TARIFS[devise] ?? 0),
          dimensions: ({ id }: { id: string }) => ({ cotes: [{ nom: `côté de ${id}` }, { nom: "autre" }] }),
        },
        Cote: { valeur: (_: unknown, { unite }: { unite: string }) => (unite === "mm" ? 100 : 10) },
      },
    },
    douane: {
      sdl: fed2(`
        type Colis @key(fields: "id") {
          id: ID!
          poids: Int @external
          prix(devise: String!): Int @external
          dimensions: Dimensions @external
          taxe: Int @requires(fields: "prix(devise: \\"CHF\\") poids")
          volume: Int @requires(fields: "dimensions { cotes { nom valeur(unite: \\"mm\\") } }")
        }
        type Dimensions @external { cotes: [Cote!]! }
        type Cote @external { nom: String! valeur(unite: String = "cm"): Int }`),
      resolvers: {
        Colis: {
          __resolveReference: (reference: object) => ({ ...reference }),
          taxe: ({ prix, poids }: { prix: number | null; poids: number | null }) =>
            prix === null || poids === null ? null : prix + poids,
          volume: ({ dimensions }: { dimensions: { cotes: { valeur: number }[] } }) =>
            dimensions.cotes.reduce((volume, { valeur }) => volume + valeur, 0),
        },
      },
    },
    transport: {
      sdl: fed2(`
        type Colis @key(fields: "id") {
          id: ID! fragile: Boolean! @external taxe: Int @external
          etiquette: String @requires(fields: "taxe fragile")
        }`),
      resolvers: {
        Colis: {
          __resolveReference: (reference: object) => ({ ...reference }),
          etiquette: ({ taxe, fragile }: { taxe: number | null; fragile: boolean }) =>
            `taxe ${taxe}${fragile ? " FRAGILE" : ""}`,
        },
      },
    },
  },
  cas: [
    {
      quoi: "avec un argument, et des nulls que le sous-graphe reçoit",
      requete: "{ colis { id taxe } }",
      data: {
        colis: [
          { id: "1", taxe: 10 },
          { id: "2", taxe: null },
        ],
      },
    },
    {
      quoi: "une chaîne de trois sous-graphes",
      requete: "{ colis { etiquette } }",
      data: { colis: [{ etiquette: "taxe 10 FRAGILE" }, { etiquette: "taxe null" }] },
    },
    {
      quoi: "des objets dans des listes, avec un argument",
      requete: "{ colis { volume } }",
      data: { colis: [{ volume: 200 }, { volume: 200 }] },
    },
    {
      quoi: "ce qui est exigé est aussi demandé, sous un autre nom",
      requete: '{ colis { t: taxe enEuros: prix(devise: "EUR") poids } }',
      data: {
        colis: [
          { t: 10, enEuros: 6, poids: 2 },
          { t: null, enEuros: null, poids: null },
        ],
      },
    },
    {
      quoi: "rien de ce qui est exigé n'apparaît sans être demandé",
      requete: "query ($non: Boolean!) { colis { etiquette @include(if: $non) id } }",
      variables: { non: false },
      data: { colis: [{ id: "1" }, { id: "2" }] },
    },
  ],
};

const VEHICULES = [
  { __typename: "Velo", id: "v", moteur: { __typename: "Electrique", watts: 250 } },
  { __typename: "Camion", id: "c", moteur: { __typename: "Diesel", litres: 8 }, essieux: 3 },
];

/** Requires through interfaces and unions, with fragments. */
export const requiresAbstraits: Famille = {
  titre: "@requires sur des interfaces et des unions",
  sousGraphes: {
    parc: {
      sdl: fed2(`
        type Query { parc: [Vehicule!]! }
        interface Vehicule { id: ID! moteur: Moteur }
        union Moteur = Electrique | Diesel
        type Electrique @shareable { watts: Int }
        type Diesel @shareable { litres: Int }
        type Velo implements Vehicule @key(fields: "id") { id: ID! moteur: Moteur @shareable }
        type Camion implements Vehicule @key(fields: "id") { id: ID! moteur: Moteur @shareable essieux: Int! }`),
      resolvers: {
        Query: { parc: () => VEHICULES },
        Velo: { __resolveReference: parCle(VEHICULES, "id") },
        Camion: { __resolveReference: parCle(VEHICULES, "id") },
      },
    },
    peages: {
      sdl: fed2(`
        union Moteur = Electrique | Diesel
        type Electrique @shareable { watts: Int }
        type Diesel @shareable { litres: Int }
        type Velo @key(fields: "id") {
          id: ID! moteur: Moteur @external
          peage: String @requires(fields: "moteur { ... on Electrique { watts } ... on Diesel { litres } }")
        }
        type Camion @key(fields: "id") {
          id: ID! moteur: Moteur @external essieux: Int! @external
          peage: String @requires(fields: "essieux moteur { __typename ... on Diesel { litres } }")
        }`),
      resolvers: {
        Velo: {
          __resolveReference: (reference: object) => ({ ...reference }),
          peage: ({ moteur }: { moteur: { watts: number } }) => `vélo de ${moteur.watts} W`,
        },
        Camion: {
          __resolveReference: (reference: object) => ({ ...reference }),
          peage: ({ essieux, moteur }: { essieux: number; moteur: { litres: number } }) =>
            `${essieux} essieux, ${moteur.litres} l`,
        },
      },
    },
  },
  cas: [
    {
      quoi: "chaque type exige le sien",
      requete: "{ parc { id __typename ... on Velo { peage } ... on Camion { essieux peage } } }",
      data: {
        parc: [
          { id: "v", __typename: "Velo", peage: "vélo de 250 W" },
          { id: "c", __typename: "Camion", essieux: 3, peage: "3 essieux, 8 l" },
        ],
      },
    },
    {
      quoi: "ce qui est exigé d'une union est aussi demandé autrement",
      requete: "{ parc { ... on Velo { p: peage } moteur { __typename ... on Electrique { w: watts } } } }",
      data: {
        parc: [
          { p: "vélo de 250 W", moteur: { __typename: "Electrique", w: 250 } },
          { moteur: { __typename: "Diesel" } },
        ],
      },
    },
  ],
};
