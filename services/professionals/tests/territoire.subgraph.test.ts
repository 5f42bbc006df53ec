import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chargerDemonstration, importerRpps } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { ecrireFichier, ligne, rppsDe } from "./fichier-rpps.ts";
import { publierCommunes } from "./territoire-de-test.ts";

const lieu = (codeInsee: string) => ({
  "Code commune (coord. structure)": codeInsee,
  "Code Département (structure)": codeInsee.slice(0, 2),
});
const infirmier = { "Code profession": "60", "Code savoir-faire": "" };
const LIGNES = [
  ligne(1, { ...lieu("31555"), "Nom d'exercice": "ABADIE" }),
  ligne(1, { ...lieu("31069"), "Nom d'exercice": "ABADIE" }),
  ligne(2, { ...lieu("31069"), "Nom d'exercice": "BARTHE" }),
  ligne(3, { ...lieu("31149"), "Nom d'exercice": "CAZENAVE" }),
  ligne(4, { ...lieu("31555"), ...infirmier }),
  ligne(6, { ...lieu("69383"), "Code postal (coord. structure)": "69003", "Nom d'exercice": "LUMIÈRE" }),
  // Coordinates and does not care for patients: no offer of care.
  ligne(5, { ...lieu("31555"), "Code genre d'activité": "GENR08" }),
];

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await annuaire.ecrire(async (client) => {
    await publierCommunes(client);
    await importerRpps(client, { fichier: await ecrireFichier(LIGNES) });
    const commun = {
      structureId: null,
      etat: "CRENEAU_LIBRE",
      medecinTraitant: "INCONNU",
      soinsNonProgrammes: "INCONNU",
    } as const;
    await chargerDemonstration(client, {
      habilitations: [],
      disponibilites: ["OUI" as const, "NON" as const].map((nouveauxPatients, rang) => ({
        ...commun,
        rpps: rppsDe(rang + 1),
        nouveauxPatients,
        delaiJours: null,
        capacite: null,
        releveLe: "2026-11-20T08:00:00Z",
        expireLe: "2026-12-20T08:00:00Z",
        source: "CPTS",
      })),
    });
  });
});
afterAll(() => annuaire.fermer());

const ENTITES = (selection: string, variables = "") =>
  `query ($r: [_Any!]!${variables}) { _entities(representations: $r) { ${selection} } }`;

describe("Le territoire d'une CPTS ou d'un DAC", () => {
  const noms = async (codes: readonly string[], filtre: object = {}) => {
    const selection = "... on Territoire { professionnels(filtre: $filtre) { edges { node { nom } } } }";
    const r = [{ __typename: "Territoire", id: "t", communes: codes.map((codeInsee) => ({ codeInsee })) }];
    const { data, nombre } = await annuaire.compter<{
      _entities: { professionnels: { edges: { node: { nom: string } }[] } }[];
    }>(ENTITES(selection, ", $filtre: ProfessionnelFiltre"), { r, filtre });
    return { noms: data._entities[0]?.professionnels.edges.map(({ node }) => node.nom), nombre };
  };

  it("rend une fois chaque personne de ses communes, en une requête SQL", async () => {
    expect(await noms(["31069", "31149"])).toEqual({ noms: ["ABADIE", "BARTHE", "CAZENAVE"], nombre: 1 });
  });

  it("ne sort jamais de ses communes, ni quand le filtre en nomme d'autres, ni quand il n'en a aucune", async () => {
    expect((await noms(["31069", "31149"], { codesInsee: ["31149", "31555"] })).noms).toEqual(["CAZENAVE"]);
    expect((await noms(["31069"], { codesInsee: ["31555"] })).noms).toEqual([]);
    expect((await noms([])).noms).toEqual([]);
  });

  it("a d'une ville tous les arrondissements, et d'un arrondissement ce que la ville qui le contient demande", async () => {
    expect((await noms(["69123"], { codesInsee: ["69383"] })).noms).toEqual(["LUMIÈRE"]);
    expect((await noms(["69383"], { codesInsee: ["69123"] })).noms).toEqual(["LUMIÈRE"]);
    expect((await noms(["69123"], { codesInsee: ["69381"] })).noms).toEqual([]);
  });
});

describe("L'offre d'une commune", () => {
  interface Offre {
    profession: { code: string };
    nombre: number;
    acceptantNouveauxPatients: number;
    plusProcheKm: number | null;
    rayonProposeKm: number | null;
  }
  const offre = async (codes: readonly string[], argumentsDuChamp: string) => {
    const selection = `... on Commune { offre${argumentsDuChamp} { profession { code } nombre acceptantNouveauxPatients plusProcheKm rayonProposeKm } }`;
    const r = codes.map((codeInsee) => ({ __typename: "Commune", codeInsee }));
    const { data, nombre } = await annuaire.compter<{ _entities: { offre: Offre[] }[] }>(ENTITES(selection), { r });
    return { offres: data._entities.map(({ offre }) => offre), nombre };
  };

  it("compte les personnes qui y soignent et celles qui acceptent de nouveaux patients, en une requête SQL pour toutes", async () => {
    const { offres, nombre } = await offre(["31555", "31069"], "");
    expect(offres).toMatchObject([
      [
        { profession: { code: "10" }, nombre: 1, acceptantNouveauxPatients: 1, rayonProposeKm: null },
        { profession: { code: "60" }, nombre: 1, acceptantNouveauxPatients: 0, plusProcheKm: 0 },
      ],
      [{ profession: { code: "10" }, nombre: 2, acceptantNouveauxPatients: 1, plusProcheKm: 0 }],
    ]);
    expect(nombre).toBe(1);
  });

  it("propose le plus petit rayon qui en trouve trois quand celui demandé n'en trouve aucun, et le dit", async () => {
    const { offres } = await offre(["09122"], '(professions: ["10", "60", "91"], rayonKm: 5)');
    const [medecin, infirmiere, orthophoniste] = offres[0] ?? [];
    expect(medecin).toMatchObject({ nombre: 0, acceptantNouveauxPatients: 0 });
    const rayon = medecin?.rayonProposeKm ?? 0;
    expect((await offre(["09122"], `(professions: ["10"], rayonKm: ${rayon})`)).offres[0]?.[0]?.nombre).toBe(3);
    expect(
      (await offre(["09122"], `(professions: ["10"], rayonKm: ${rayon - 0.2})`)).offres[0]?.[0]?.nombre,
    ).toBeLessThan(3);
    // One nurse only, and no speech therapist at all.
    expect(infirmiere).toMatchObject({ nombre: 0, rayonProposeKm: null });
    expect(infirmiere?.plusProcheKm).toBeGreaterThan(60);
    expect(orthophoniste).toMatchObject({ nombre: 0, plusProcheKm: null, rayonProposeKm: null });
  });

  it("propose un rayon où chercher quand les plus proches sont au centre d'une commune qui a le même", async () => {
    await annuaire.ecrire((client) =>
      client.query(
        `insert into professionals.commune_connue (code_insee, nom, departement, codes_postaux, latitude, longitude)
         select '31000', 'Jumelle', departement, codes_postaux, latitude, longitude from professionals.commune_connue where code_insee = '31555'`,
      ),
    );
    await annuaire.ecrire((client) =>
      client.query("update professionals.situation set latitude = 43.596, longitude = 1.432"),
    );
    const { offres } = await offre(["31000"], '(professions: ["10"])');
    expect(offres[0]?.[0]).toMatchObject({ nombre: 0, plusProcheKm: 0, rayonProposeKm: 0.1 });
    expect((await offre(["31000"], '(professions: ["10"], rayonKm: 0.1)')).offres[0]?.[0]?.nombre).toBe(4);
  });

  it.each([-1, 0.0001, 201])("refuse le rayon %d en disant ce qui se demande", async (rayonKm) => {
    const { errors } = await annuaire.executer(ENTITES(`... on Commune { offre(rayonKm: ${rayonKm}) { nombre } }`), {
      r: [{ __typename: "Commune", codeInsee: "31555" }],
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "rayonKm" });
    expect(errors?.[0]?.message).toContain("0 : la commune même");
  });
});
