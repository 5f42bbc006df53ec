import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { chargerDemonstration, importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes, publierStructures } from "./territoire-de-test.ts";

const MSP = "1310000013";
const PHARMACIE = "1310000021";
const lieu = (codeInsee: string) => ({
  "Code commune (coord. structure)": codeInsee,
  "Code Département (structure)": codeInsee.slice(0, 2),
});
const dans = (id: string) => ({
  "Identifiant technique de la structure": `F${id.slice(1)}`,
  "Numéro FINESS site": id.slice(1),
});
const nomme = (nom: string, prenom: string) => ({ "Nom d'exercice": nom, "Prénom d'exercice": prenom });
const infirmier = { "Code profession": "60", "Code savoir-faire": "" };
const pharmacien = { "Code profession": "21", "Code savoir-faire": "", "Code mode exercice": "S" };

const LIGNES = [
  ligne(1, { ...nomme("DUPONT", "Élise"), ...lieu("31555"), ...dans(MSP) }),
  // The same person, further away: she must come once, from Toulouse.
  ligne(1, { ...nomme("DUPONT", "Élise"), ...lieu("31069") }),
  ligne(2, { ...nomme("DUPONT-MARTIN", "Jean"), ...lieu("31069"), "Code savoir-faire": "SM04" }),
  ligne(3, { ...nomme("L’HUILLIER", "Zoé"), ...lieu("31149"), ...infirmier }),
  ligne(4, { ...nomme("Étienne", "Anaïs"), ...lieu("31555"), ...infirmier, ...dans(MSP) }),
  ligne(5, { ...nomme("ABADIE", "Paul"), ...lieu("31555"), ...pharmacien, ...dans(PHARMACIE) }),
  ligne(6, { ...nomme("CŒUR", "Luc"), ...lieu("09122") }),
  ligne(7, {
    ...nomme("ROUX", "Inès"),
    ...lieu("31555"),
    ...infirmier,
    ...dans(MSP),
    "Code genre d'activité": "GENR08",
  }),
];

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await publierStructures(client, [
      { id: MSP, type: "MSP", codeInsee: "31555" },
      { id: PHARMACIE, type: "PHARMACIE", codeInsee: "31555" },
    ]);
    await importerRpps(client, { fichier: await ecrireFichier(LIGNES) });
    await chargerDemonstration(client, {
      disponibilites: [MSP, null].map((structureId, rang) => ({
        rpps: rppsDe(structureId === null ? 2 : 1),
        structureId,
        etat: "CRENEAU_LIBRE" as const,
        nouveauxPatients: "OUI" as const,
        medecinTraitant: "INCONNU" as const,
        soinsNonProgrammes: "INCONNU" as const,
        delaiJours: rang,
        capacite: null,
        releveLe: "2026-11-20T08:00:00Z",
        expireLe: "2099-12-20T08:00:00Z",
        source: "CPTS",
      })),
      habilitations: [
        {
          rpps: rppsDe(5),
          code: "VACCINATION_PRESCRIPTION",
          depuis: "2025-01-01",
          jusquA: null,
          organisme: "DPC",
          source: "Ordre",
        },
        {
          rpps: rppsDe(4),
          code: "VACCINATION_PRESCRIPTION",
          depuis: "2020-01-01",
          jusquA: "2024-12-31",
          organisme: null,
          source: "Ordre",
        },
      ],
    });
  });
});
afterAll(() => annuaire.fermer());

const RECHERCHE = /* GraphQL */ `
  query ($recherche: String, $filtre: ProfessionnelFiltre, $proximite: ProximiteInput, $tri: TriAnnuaire! = PERTINENCE, $first: Int! = 20, $after: String) {
    professionnels(recherche: $recherche, filtre: $filtre, proximite: $proximite, tri: $tri, first: $first, after: $after) {
      edges { cursor distanceKm score node { nom prenom } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
interface Trouvees {
  professionnels: {
    edges: { cursor: string; distanceKm: number | null; score: number | null; node: { nom: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const chercher = async (variables: object) => {
  const { data, nombre } = await annuaire.compter<Trouvees>(RECHERCHE, { ...variables });
  return { noms: data.professionnels.edges.map(({ node }) => node.nom), edges: data.professionnels.edges, nombre };
};

describe("La recherche de professionnels", () => {
  it("trouve par le nom, ses débuts, sans accents ni ponctuation, en une requête SQL", async () => {
    expect(await chercher({ recherche: "dupont" })).toMatchObject({ noms: ["DUPONT", "DUPONT-MARTIN"], nombre: 1 });
    expect((await chercher({ recherche: "mart jea" })).noms).toEqual(["DUPONT-MARTIN"]);
    expect((await chercher({ recherche: "L'huil" })).noms).toEqual(["L’HUILLIER"]);
    expect((await chercher({ recherche: "ETIENNE anais" })).noms).toEqual(["Étienne"]);
    expect((await chercher({ recherche: "coeur" })).noms).toEqual(["CŒUR"]);
  });

  it("ne cherche ce qui ressemble que si rien ne commence ainsi", async () => {
    const { noms, edges, nombre } = await chercher({ recherche: "dupond" });
    expect(noms).toEqual(expect.arrayContaining(["DUPONT"]));
    expect(edges[0]?.score).toBeLessThan(0.8);
    // As typed, what the words may mean, and so.
    expect(nombre).toBe(3);
    expect((await chercher({ recherche: "wxyz" })).noms).toEqual([]);
  });

  it("rend une personne une fois, par son activité la plus proche", async () => {
    const { noms, edges, nombre } = await chercher({
      filtre: { professions: ["10"] },
      proximite: { codeInsee: "31555", rayonKm: 15 },
    });
    expect(noms).toEqual(["DUPONT", "DUPONT-MARTIN"]);
    expect(edges[0]?.distanceKm).toBe(0);
    expect(edges[1]?.distanceKm).toBeCloseTo(6.8, 0);
    expect(nombre).toBe(1);
  });

  it("borne au rayon, autour d'une commune ou d'un point", async () => {
    expect((await chercher({ proximite: { codeInsee: "31555", rayonKm: 2 }, tri: "DISTANCE" })).noms).toHaveLength(4);
    const autourDeColomiers = { position: { latitude: 43.611, longitude: 1.327 }, rayonKm: 1 };
    expect((await chercher({ proximite: autourDeColomiers, tri: "DISTANCE" })).noms).toEqual(["L’HUILLIER"]);
    expect((await chercher({ proximite: { codeInsee: "97411", rayonKm: 50 } })).noms).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ["la profession", { professions: ["21"] }, ["ABADIE"]],
    ["le savoir-faire", { savoirFaire: ["SM04"] }, ["DUPONT-MARTIN"]],
    ["le médecin généraliste", { medecinGeneraliste: true }, ["CŒUR", "DUPONT"]],
    ["un autre que le généraliste", { medecinGeneraliste: false, professions: ["10"] }, ["DUPONT-MARTIN"]],
    ["le mode d'exercice", { modes: ["SALARIE"] }, ["ABADIE"]],
    ["la commune", { codesInsee: ["31149", "09122"] }, ["CŒUR", "L’HUILLIER"]],
    ["le département", { departements: ["09"] }, ["CŒUR"]],
    ["la structure", { structureId: MSP }, ["DUPONT", "Étienne", "ROUX"]],
    ["l'habilitation en vigueur", { habilitations: ["VACCINATION_PRESCRIPTION"] }, ["ABADIE"]],
  ])("filtre selon %s, dans l'ordre français des noms", async (_cas, filtre, attendu) => {
    expect(await chercher({ filtre, tri: "NOM" })).toMatchObject({ noms: attendu, nombre: 1 });
  });

  it("rend l'activité de qui a déclaré, lue dans un index ou dans la table", async () => {
    const question = (autres: string) => /* GraphQL */ `{
      professionnels(filtre: { nouveauxPatients: true }, proximite: { codeInsee: "31555", rayonKm: 15 }, tri: DISTANCE, first: 20) {
        edges { distanceKm node { nom } situation { id ${autres} structure { nom } commune { codeInsee nom } } }
      } }`;
    interface Lue {
      professionnels: { edges: { situation: { structure: object | null; commune: object }; node: { nom: string } }[] };
    }
    const { data, nombre } = await annuaire.compter<Lue>(question(""));
    const [dupont, martin] = data.professionnels.edges.map(({ situation }) => situation);
    expect(data.professionnels.edges.map(({ node }) => node.nom)).toEqual(["DUPONT", "DUPONT-MARTIN"]);
    expect(dupont).toMatchObject({
      structure: { nom: expect.any(String) },
      commune: { codeInsee: "31555", nom: expect.any(String) },
    });
    expect(martin).toMatchObject({
      structure: null,
      commune: { codeInsee: "31069" },
    });
    expect(nombre).toBe(1);
    const relue = await annuaire.demander<Lue>(question("precision: position { precision }"));
    expect(
      relue.professionnels.edges.map(
        ({ situation: { precision: _, ...lue } }: { situation: Record<string, unknown> }) => lue,
      ),
    ).toEqual(data.professionnels.edges.map(({ situation }) => situation));
  });

  it("ne compte que si on le demande, et reste à nombre fixe de requêtes SQL", async () => {
    const question = (first: number) => /* GraphQL */ `{
      professionnels(first: ${first}) {
        totalCount totalExact
        edges { situation { id commune { codeInsee } disponibilite { etat } } node { exercices { profession { libelle } } estIpa habilitations { code libelle } situations { id } } }
      } }`;
    const une = await annuaire.compter<{ professionnels: { totalCount: number; totalExact: boolean } }>(question(1));
    const toutes = await annuaire.compter<object>(question(50));
    expect(une.data.professionnels).toMatchObject({ totalCount: 7, totalExact: true });
    // The page with its edges' activities and their availability, the count, the people's activities, their authorisations.
    expect([une.nombre, toutes.nombre]).toEqual([4, 4]);
  });

  it.each<[string, object, { total: number; parProfession: [string, number][] }, number]>([
    ["un nom", { recherche: "dupont" }, { total: 2, parProfession: [["10", 2]] }, 1],
    [
      "un nom autour d'un lieu",
      { recherche: "dupont", proximite: { codeInsee: "31555", rayonKm: 2 } },
      { total: 1, parProfession: [["10", 1]] },
      1,
    ],
    [
      "un nom à corriger",
      { recherche: "abadi", filtre: { professions: ["21"] } },
      { total: 1, parProfession: [["21", 1]] },
      1,
    ],
    // The empty page as typed, what the words may mean, and so with its count.
    ["un nom mal écrit", { recherche: "abodie" }, { total: 1, parProfession: [["21", 1]] }, 3],
    // An empty page has no row to say a count: it is counted apart.
    ["un nom que personne ne porte", { recherche: "wxyz" }, { total: 0, parProfession: [] }, 4],
    ["un lieu", { proximite: { codeInsee: "31555", rayonKm: 2 } }, { total: 4, parProfession: [] }, 2],
  ])("compte et range %s avec sa page, ou à part", async (_quoi, variables, { total, parProfession }, nombre) => {
    const question = /* GraphQL */ `query ($recherche: String, $filtre: ProfessionnelFiltre, $proximite: ProximiteInput) {
      professionnels(first: 20, recherche: $recherche, filtre: $filtre, proximite: $proximite) {
        totalCount facettes { champ valeurs { code nombre } } edges { node { id } }
      } }`;
    const lue = await annuaire.compter<{
      professionnels: {
        totalCount: number;
        facettes: { champ: string; valeurs: { code: string; nombre: number }[] }[];
        edges: object[];
      };
    }>(question, { ...variables });
    const { totalCount, facettes, edges } = lue.data.professionnels;
    const professions = facettes.find(({ champ }) => champ === "profession")?.valeurs ?? [];
    expect([totalCount, edges.length, lue.nombre]).toEqual([total, total, nombre]);
    if (parProfession.length > 0)
      expect(professions.map(({ code, nombre: combien }) => [code, combien])).toEqual(parProfession);
  });

  it.each<[string, object, string]>([
    ["first nul", { first: 0 }, "first"],
    ["first trop grand", { first: 101 }, "first"],
    ["un curseur d'une autre recherche", { after: "bidon" }, "after"],
    ["un tri par distance sans proximité", { tri: "DISTANCE" }, "tri"],
    ["deux centres", { proximite: { codeInsee: "31555", position: { latitude: 1, longitude: 1 } } }, "proximite"],
    ["aucun centre", { proximite: {} }, "proximite"],
    ["un rayon négatif", { proximite: { codeInsee: "31555", rayonKm: -1 } }, "proximite.rayonKm"],
    ["un rayon infime", { proximite: { codeInsee: "31555", rayonKm: 1e-320 } }, "proximite.rayonKm"],
    ["un nom sans lettre", { recherche: "--" }, "recherche"],
  ])("refuse %s en nommant l'argument", async (_cas, variables, champ) => {
    const { errors } = await annuaire.executer(RECHERCHE, { ...variables });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ });
  });
});

describe("Une structure", () => {
  const references = [MSP, PHARMACIE, "1999999999"].map((id) => ({ __typename: "Structure", id }));

  it("compte une fois chaque personne qui y soigne, en une requête SQL pour toutes", async () => {
    const selection = "... on Structure { effectifs { profession medecinsGeneralistes nombre } }";
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`;
    const { data, nombre } = await annuaire.compter<{ _entities: { effectifs: object[] }[] }>(query, { r: references });
    expect(data._entities.map(({ effectifs }) => effectifs)).toEqual([
      [
        { profession: "10", medecinsGeneralistes: 1, nombre: 1 },
        { profession: "60", medecinsGeneralistes: 0, nombre: 1 },
      ],
      [{ profession: "21", medecinsGeneralistes: 0, nombre: 1 }],
      [],
    ]);
    expect(nombre).toBe(1);
  });

  it("rend ses professionnels par pages, en deux requêtes SQL pour toutes", async () => {
    const query = `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) {
      ... on Structure { professionnels(first: 2, after: $after) { totalCount edges { node { nom } } pageInfo { hasNextPage endCursor } } } } }`;
    type Reponse = {
      _entities: { professionnels: { totalCount: number; edges: object[]; pageInfo: { endCursor: string } } }[];
    };
    const { data, nombre } = await annuaire.compter<Reponse>(query, { r: references });
    expect(data._entities.map(({ professionnels }) => professionnels)).toMatchObject([
      {
        totalCount: 3,
        edges: [{ node: { nom: "DUPONT" } }, { node: { nom: "Étienne" } }],
        pageInfo: { hasNextPage: true },
      },
      { totalCount: 1, edges: [{ node: { nom: "ABADIE" } }], pageInfo: { hasNextPage: false } },
      { totalCount: 0, edges: [] },
    ]);
    expect(nombre).toBe(2);
    const after = data._entities[0]?.professionnels.pageInfo.endCursor;
    const suite = await annuaire.demander<Reponse>(query, { r: [references[0]], after });
    expect(suite._entities[0]?.professionnels).toMatchObject({
      edges: [{ node: { nom: "ROUX" } }],
      pageInfo: { hasNextPage: false },
    });
  });
});

describe("Les nomenclatures", () => {
  it("donnent les professions et les savoir-faire d'une profession", async () => {
    const { professions, savoirFaire } = await annuaire.demander<{ professions: object[]; savoirFaire: object[] }>(
      '{ professions { code libelle systeme } savoirFaire(profession: "60") { code libelle type } }',
    );
    expect(professions).toContainEqual({ code: "60", libelle: "Infirmier", systeme: "TRE_G15" });
    expect(savoirFaire).toHaveLength(5);
  });
});
