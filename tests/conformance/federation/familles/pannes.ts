import { type Famille, fed2 } from "../famille.ts";

const tomber = () => {
  throw new Error("en panne");
};

/** What fails, what is null where nothing may be, and what still stands. */
export const pannes: Famille = {
  titre: "échecs et nulls",
  sousGraphes: {
    a: {
      sdl: fed2(`
        type Query { objets: [Objet] sur: Objet! partage: Partage @shareable exact: [Objet!] }
        type Objet @key(fields: "id") { id: ID! nom: String }
        type Partage @shareable { x: Int }`),
      resolvers: {
        Query: {
          objets: () => [{ id: "1" }, { id: "2" }, { id: "3" }],
          sur: () => ({ id: "2" }),
          exact: () => [{ id: "1" }, { id: "2" }],
          partage: () => ({ x: 1 }),
        },
        Objet: { __resolveReference: (reference: object) => ({ ...reference }), nom: () => "N" },
      },
    },
    b: {
      sdl: fed2(`
        type Query { tombe: Int partage: Partage @shareable }
        type Partage @shareable { y: Int }
        type Objet @key(fields: "id") {
          id: ID! taille: Int! tombe: Int large: Int @external double: Int @requires(fields: "large") }`),
      resolvers: {
        Query: { tombe: tomber, partage: tomber },
        Objet: {
          __resolveReference: ({ id, large }: { id: string; large?: number }) =>
            id === "2" ? null : { id, taille: Number(id), large },
          tombe: tomber,
          double: ({ large }: { large: number }) => large * 2,
        },
      },
    },
    c: {
      sdl: fed2(`type Objet @key(fields: "id") { id: ID! large: Int profond: Int! }`),
      resolvers: {
        Objet: {
          __resolveReference: ({ id }: { id: string }) => (id === "3" ? new Error("illisible") : { id, large: 5 }),
          profond: () => null,
        },
      },
    },
  },
  cas: [
    {
      quoi: "une entité absente rend nul l'objet qui ne peut l'être en partie",
      requete: "{ objets { id taille } }",
      data: { objets: [{ id: "1", taille: 1 }, null, { id: "3", taille: 3 }] },
    },
    {
      quoi: "une entité en erreur ne fait pas tomber les autres, ni ce qui l'exige ailleurs",
      requete: "{ objets { large double nom } }",
      data: {
        objets: [
          { large: 5, double: 10, nom: "N" },
          { large: 5, double: null, nom: "N" },
          { large: null, double: null, nom: "N" },
        ],
      },
      erreurs: true,
    },
    {
      quoi: "un champ en erreur, le reste debout",
      requete: "{ tombe objets { tombe taille } }",
      data: { tombe: null, objets: [{ tombe: null, taille: 1 }, null, { tombe: null, taille: 3 }] },
      erreurs: true,
    },
    { quoi: "un null remonte jusqu'en haut", requete: "{ sur { taille } }", data: null },
    {
      quoi: "un null remonte jusqu'à la liste",
      requete: "{ exact { taille } objets { id } }",
      data: { exact: null, objets: [{ id: "1" }, { id: "2" }, { id: "3" }] },
    },
    {
      quoi: "un null interdit dans un sous-graphe annule l'entité et le dit",
      requete: "{ objets { nom profond } }",
      data: { objets: [null, null, null] },
      erreurs: true,
    },
    {
      quoi: "une racine partagée dont un sous-graphe échoue garde ce que l'autre a donné",
      requete: "{ partage { x y } objets { id } }",
      apolloHesite: "le null de l'un efface ce que l'autre a donné, s'il arrive après",
      data: { partage: { x: 1, y: null }, objets: [{ id: "1" }, { id: "2" }, { id: "3" }] },
      erreurs: true,
    },
  ],
};
