import { type Famille, fed2, parCle } from "../famille.ts";

const TACHES = [
  { id: "1", etat: "OUVERTE", priorite: "HAUTE" },
  { id: "2", etat: "PERDUE", priorite: "SECRETE" },
];

/** Enums, inputs and shared types that subgraphs do not describe alike; what clients must not see. */
export const typesPartages: Famille = {
  titre: "types partagés et cachés",
  sousGraphes: {
    a: {
      sdl: fed2(`
        type Query { taches(filtre: Filtre, etat: Etat): [Tache] accueil: Accueil @shareable cachee: String @inaccessible }
        enum Etat { OUVERTE FERMEE PERDUE @inaccessible }
        enum Priorite { HAUTE BASSE SECRETE @inaccessible }
        input Filtre { texte: String limite: Int = 1 }
        type Tache @key(fields: "id") { id: ID! etat: Etat @shareable priorite: Priorite! interne: String @inaccessible }
        type Accueil @shareable { titre: String bienvenue: String }`),
      resolvers: {
        Query: {
          taches: (_: unknown, { filtre, etat }: { filtre?: { limite: number }; etat?: string }) =>
            TACHES.filter((tache) => etat === undefined || tache.etat === etat).slice(0, filtre?.limite ?? 9),
          accueil: () => ({ titre: "Titre", bienvenue: "Bienvenue" }),
        },
        Tache: { __resolveReference: parCle(TACHES, "id") },
      },
    },
    b: {
      sdl: fed2(`
        type Query { recherche(filtre: Filtre!): [Tache!] accueil: Accueil @shareable }
        enum Etat { OUVERTE FERMEE }
        input Filtre { texte: String, limite: Int = 1, tri: String }
        type Tache @key(fields: "id") { id: ID! etat: Etat @shareable etiquettes: [String!] }
        type Accueil @shareable { titre: String bienvenue: String compteur: Int }`),
      resolvers: {
        Query: {
          recherche: (_: unknown, { filtre }: { filtre: object }) => [{ id: JSON.stringify(filtre) }],
          accueil: () => ({ titre: "Titre", bienvenue: "Bienvenue", compteur: 7 }),
        },
        Tache: { __resolveReference: (reference: object) => ({ ...reference, etiquettes: ["x"] }) },
      },
    },
  },
  cas: [
    {
      quoi: "une valeur que le client ne connaît pas est nulle",
      requete: "{ taches { id etat } }",
      data: {
        taches: [
          { id: "1", etat: "OUVERTE" },
          { id: "2", etat: null },
        ],
      },
    },
    {
      quoi: "et remonte là où rien ne peut être nul",
      requete: "{ taches { id priorite } }",
      data: { taches: [{ id: "1", priorite: "HAUTE" }, null] },
    },
    {
      quoi: "une valeur cachée n'est pas un argument",
      requete: "{ taches(etat: PERDUE) { id } }",
      data: null,
      erreurs: true,
    },
    { quoi: "un champ caché ne se demande pas", requete: "{ taches { interne } }", data: null, erreurs: true },
    {
      quoi: "l'introspection ne montre rien de caché",
      requete: `{ __type(name: "Tache") { fields { name } } e: __type(name: "Priorite") { enumValues { name } } }`,
      data: {
        __type: { fields: [{ name: "id" }, { name: "etat" }, { name: "priorite" }, { name: "etiquettes" }] },
        e: { enumValues: [{ name: "HAUTE" }, { name: "BASSE" }] },
      },
    },
    {
      quoi: "un argument d'entrée commun, par variable, avec ses valeurs par défaut",
      requete:
        'query ($f: Filtre = { texte: "t" }, $g: Filtre!) { taches(filtre: $f) { id } recherche(filtre: $g) { id } }',
      variables: { g: { limite: 3 } },
      data: { taches: [{ id: "1" }], recherche: [{ id: '{"limite":3}' }] },
    },
    {
      quoi: "un champ d'entrée que l'un des deux ignore n'existe pas",
      requete: '{ recherche(filtre: { tri: "x" }) { id } }',
      data: null,
      erreurs: true,
    },
    {
      quoi: "une racine que deux sous-graphes partagent, chacun pour sa part",
      requete: "{ accueil { titre compteur b: bienvenue } }",
      data: { accueil: { titre: "Titre", compteur: 7, b: "Bienvenue" } },
    },
  ],
};

const PERSONNES = [{ id: "1", nom: "ancien", age: 40 }];

/** A field that moved from one subgraph to another, alone, required, or through an interface. */
export const override: Famille = {
  titre: "@override",
  sousGraphes: {
    ancien: {
      sdl: fed2(`
        type Query { personnes: [Personne!]! nommes: [Nomme!]! }
        interface Nomme { id: ID! nom: String }
        type Personne implements Nomme @key(fields: "id") { id: ID! nom: String age: Int }`),
      resolvers: {
        Query: {
          personnes: () => PERSONNES,
          nommes: () => PERSONNES.map((personne) => ({ __typename: "Personne", ...personne })),
        },
        Personne: { __resolveReference: parCle(PERSONNES, "id") },
      },
    },
    nouveau: {
      sdl: fed2(`
        type Personne @key(fields: "id") { id: ID! nom: String @override(from: "ancien") }`),
      resolvers: { Personne: { __resolveReference: ({ id }: { id: string }) => ({ id, nom: "nouveau" }) } },
    },
    salutations: {
      sdl: fed2(`
        type Personne @key(fields: "id") { id: ID! nom: String @external salut: String @requires(fields: "nom") }`),
      resolvers: {
        Personne: {
          __resolveReference: (reference: object) => ({ ...reference }),
          salut: ({ nom }: { nom: string }) => `Bonjour ${nom}`,
        },
      },
    },
  },
  cas: [
    {
      quoi: "le nouveau répond",
      requete: "{ personnes { nom age } }",
      data: { personnes: [{ nom: "nouveau", age: 40 }] },
    },
    {
      quoi: "et c'est lui qui est exigé",
      requete: "{ personnes { salut } }",
      data: { personnes: [{ salut: "Bonjour nouveau" }] },
    },
    {
      quoi: "même par une interface",
      requete: "{ nommes { id nom } }",
      data: { nommes: [{ id: "1", nom: "nouveau" }] },
    },
  ],
};

/** Schemas of federation 1: no link, extensions, external keys. */
export const federation1: Famille = {
  titre: "schémas de fédération 1",
  sousGraphes: {
    comptes: {
      sdl: `
        type Query { moi: Compte tous: [Compte] }
        type Compte @key(fields: "id") { id: ID! nom: String rang: Int }`,
      resolvers: {
        Query: { moi: () => ({ id: "1", nom: "Moi", rang: 3 }), tous: () => [{ id: "1", nom: "Moi", rang: 3 }, null] },
        Compte: { __resolveReference: ({ id }: { id: string }) => ({ id, nom: `N${id}`, rang: 3 }) },
      },
    },
    achats: {
      sdl: `
        extend type Query { dernier: Achat }
        type Achat { acheteur: Compte @provides(fields: "nom") }
        extend type Compte @key(fields: "id") {
          id: ID! @external nom: String @external rang: Int @external
          achats: [String] remise: Int @requires(fields: "rang")
        }`,
      resolvers: {
        Query: { dernier: () => ({ acheteur: { id: "2", nom: "fourni" } }) },
        Compte: {
          __resolveReference: (reference: object) => ({ ...reference, achats: ["pain"] }),
          remise: ({ rang }: { rang: number }) => rang * 10,
        },
      },
    },
  },
  cas: [
    {
      quoi: "une entité étendue, avec ce qu'elle exige",
      requete: "{ moi { nom achats remise } tous { remise } }",
      data: { moi: { nom: "Moi", achats: ["pain"], remise: 30 }, tous: [{ remise: 30 }, null] },
    },
    {
      quoi: "ce qui est fourni, puis le reste",
      requete: "{ dernier { acheteur { id nom remise } } }",
      data: { dernier: { acheteur: { id: "2", nom: "fourni", remise: 30 } } },
    },
  ],
};
