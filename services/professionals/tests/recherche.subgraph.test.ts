import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MSP, ouvrirAnnuaireDeRecherche } from "./annuaire-de-recherche.ts";
import type { AnnuaireDeTest } from "./annuaire-de-test.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeRecherche();
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

const AUTOUR_DE_RIEN = { recherche: "dupont", proximite: { codeInsee: "31999" } };

describe("La recherche de professionnels", () => {
  it("trouve par le nom, ses débuts, sans accents ni ponctuation, en une requête SQL", async () => {
    expect(await chercher({ recherche: "dupont" })).toMatchObject({ noms: ["DUPONT", "DUPONT-MARTIN"], nombre: 1 });
    expect((await chercher({ recherche: "mart jea" })).noms).toEqual(["DUPONT-MARTIN"]);
    expect((await chercher({ recherche: "L'huil" })).noms).toEqual(["L’HUILLIER"]);
    expect((await chercher({ recherche: "ETIENNE anais" })).noms).toEqual(["Étienne"]);
    expect((await chercher({ recherche: "coeur" })).noms).toEqual(["CŒUR"]);
    expect((await chercher({ recherche: "Dr Mme du de la le la des du d née dupont" })).noms).toHaveLength(2);
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
    expect(await chercher({ proximite: { codeInsee: "09107", rayonKm: 5 } })).toMatchObject({ noms: [], nombre: 2 });
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

  it.each<[string, object, string]>([
    ["first nul", { first: 0 }, "first"],
    ["first trop grand", { first: 101 }, "first"],
    ["un curseur d'une autre recherche", { after: "bidon" }, "after"],
    ["un tri par distance sans proximité", { tri: "DISTANCE" }, "tri"],
    ["deux centres", { proximite: { codeInsee: "31555", position: { latitude: 1, longitude: 1 } } }, "proximite"],
    ["aucun centre", { proximite: {} }, "proximite"],
    ["un rayon négatif", { proximite: { codeInsee: "31555", rayonKm: -1 } }, "proximite.rayonKm"],
    ["un rayon infime", { proximite: { codeInsee: "31555", rayonKm: 1e-320 } }, "proximite.rayonKm"],
    ["une commune qui n'existe pas", { proximite: { codeInsee: "31000" } }, "proximite.codeInsee"],
    ["un nom autour d'une commune qui n'existe pas", AUTOUR_DE_RIEN, "proximite.codeInsee"],
    ["un nom sans lettre", { recherche: "--" }, "recherche"],
    ["plus de mots qu'un nom n'en a", { recherche: "x y ".repeat(7) }, "recherche"],
  ])("refuse %s en nommant l'argument", async (_cas, variables, champ) => {
    const { errors } = await annuaire.executer(RECHERCHE, { ...variables });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ });
  });
});
