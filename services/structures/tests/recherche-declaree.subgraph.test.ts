import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import {
  CENTRE_VILLEURBANNE,
  CPTS_BOURG,
  DAC_AIN,
  ESP,
  MEDICOBUS,
  MSP_ELIGIBLE,
  MSP_SANS_DECLARATION,
  peupler,
  SAS_AIN,
} from "./donnees-de-test.ts";
import { chercher } from "./recherche-alea.ts";

const DECLARE = `
  insert into structures.horaire (structure_id, jour, debut, fin, sans_rendez_vous, source, declare_le) values
    ('${CENTRE_VILLEURBANNE}', 'LUNDI', '08:00', '20:00', true, 'test', '2026-11-01'),
    ('${MSP_ELIGIBLE}', 'LUNDI', '09:00', '12:00', false, 'test', '2026-11-01');
  insert into structures.soins_non_programmes (structure_id, sans_rendez_vous, source, declare_le) values
    ('${ESP}', 'OUI', 'test', '2026-11-01'), ('${MSP_SANS_DECLARATION}', 'NON', 'test', '2026-11-01'),
    ('${SAS_AIN}', 'INCONNU', 'test', '2026-11-01');
  insert into structures.liste_declaree (structure_id, fait, valeurs, source, declare_le) values
    ('${ESP}', 'MODALITES', '{DOMICILE,SUR_SITE}', 'test', '2026-11-01'),
    ('${MSP_ELIGIBLE}', 'MODALITES', '{}', 'test', '2026-11-01'),
    ('${DAC_AIN}', 'EQUIPEMENTS', '{TELECONSULTATION}', 'test', '2026-11-01')`;

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await peupler(annuaire);
  await annuaire.ecrire((client) => client.query(DECLARE));
});
afterAll(() => annuaire.fermer());

describe("La recherche par ce qui est déclaré", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ["par modalité", { modalites: ["DOMICILE"] }, [ESP]],
    ["en allant vers : un médicobus, sans qu'il le dise", { modalites: ["ALLER_VERS", "DOMICILE"] }, [ESP, MEDICOBUS]],
    ["par un équipement qui n'est pas une modalité : rien", { modalites: ["TELECONSULTATION"] }, []],
    ["par mission de CPTS", { missionsCpts: ["PREVENTION", "CRISES_SANITAIRES"] }, [CPTS_BOURG]],
    ["par une autre mission", { missionsCpts: ["CRISES_SANITAIRES"] }, []],
    ["par regroupement", { membreDe: CPTS_BOURG }, [MSP_ELIGIBLE]],
    ["ouverte lundi à 10 h", { ouverteA: "2026-11-23T10:00:00+01:00" }, [CENTRE_VILLEURBANNE, MSP_ELIGIBLE]],
    ["ouverte lundi à midi", { ouverteA: "2026-11-23T12:00:00+01:00" }, [CENTRE_VILLEURBANNE]],
    ["sans rendez-vous", { sansRendezVous: true }, [CENTRE_VILLEURBANNE, ESP]],
    ["sur rendez-vous, parce qu'elle l'a dit", { sansRendezVous: false }, [MSP_SANS_DECLARATION, MSP_ELIGIBLE]],
    ["par agrégat FINESS, ses catégories", { categories: ["4401", "2206"] }, [CENTRE_VILLEURBANNE]],
  ])("%s", async (_cas, filtre, attendus) => {
    const { edges } = await chercher(annuaire, { filtre, tri: "NOM" });
    expect(edges.map(({ node }) => node.id)).toEqual(attendus);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["un code impossible", { territoireDe: "\0" }, "filtre.territoireDe"],
    ["une catégorie impossible", { categories: ["6\u00003"] }, "filtre.categories"],
    ["un code postal pour un code INSEE", { codesInsee: ["01053", "01000"], types: ["SAMU"] }, "filtre.codesInsee[1]"],
    ["le territoire de personne", { territoireDe: "1010000009" }, "filtre.territoireDe"],
    ["les membres de personne", { membreDe: "1010000009" }, "filtre.membreDe"],
    ["un département sans son zéro", { departements: ["1"] }, "filtre.departements[0]"],
    ["une année que le calendrier ne connaît pas", { modifieeDepuis: "1900-01-01T00:00:00Z" }, "filtre.modifieeDepuis"],
  ])("refuse %s en nommant le champ", async (_cas, filtre, champ) => {
    const { errors } = await annuaire.executer(
      "query($filtre: StructureFiltre) { structures(filtre: $filtre, first: 1) { edges { cursor } } }",
      { filtre },
    );
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", champ });
  });
});

describe("Les mots d'une recherche", () => {
  it.each<[string, string, string[]]>([
    ["le type par son sigle", "cds gratte", [CENTRE_VILLEURBANNE]],
    ["le type en toutes lettres", "maison de santé tilleuls", [MSP_ELIGIBLE]],
    ["une lettre intervertie dans un sigle", "cpst du bassin", [CPTS_BOURG]],
    ["une apostrophe typographique", "DAC de l’Ain", [DAC_AIN]],
  ])("%s", async (_cas, recherche, attendus) => {
    const { edges } = await chercher(annuaire, { recherche });
    expect(edges.map(({ node }) => node.id)).toEqual(attendus);
  });

  it("une faute n'est pardonnée que si rien n'est écrit ainsi, et le score le montre", async () => {
    const [exacte] = (await chercher(annuaire, { recherche: "tilleuls" })).edges;
    const [approchee] = (await chercher(annuaire, { recherche: "tileul" })).edges;
    expect([exacte?.node.id, approchee?.node.id]).toEqual([MSP_ELIGIBLE, MSP_ELIGIBLE]);
    expect(exacte?.score).toBeGreaterThanOrEqual(0.5);
    expect(approchee?.score).toBeLessThan(0.5);
  });
});

describe("L'autocomplétion des communes", () => {
  it.each<[string, string, string[]]>([
    ["par début de nom, sans accent", "villeur", ["Villeurbanne"]],
    ["St pour Saint", "st denis", ["Saint-Denis", "Saint-Denis-lès-Bourg"]],
    ["par un mot qui n'est pas le premier", "bresse", ["Bourg-en-Bresse"]],
    ["par code postal entier", "69003", ["Lyon", "Lyon 3e Arrondissement"]],
    ["par début de code postal", "974", ["Saint-Denis"]],
    ["avec une faute, quand rien n'est écrit ainsi", "vileurbane", ["Villeurbanne"]],
  ])("%s", async (_cas, recherche, attendues) => {
    const { communes } = await annuaire.demander<{ communes: { nom: string }[] }>(
      "query($recherche: String!) { communes(recherche: $recherche) { nom } }",
      { recherche },
    );
    expect(communes.map(({ nom }) => nom)).toEqual(attendues);
  });
});

describe("La complétude d'une fiche", () => {
  it("compte ce qui est déclaré et nomme ce qui manque", async () => {
    const { structures } = await annuaire.demander<{ structures: { edges: { node: { completude: object } }[] } }>(
      'query { structures(recherche: "tilleuls", first: 1) { edges { node { completude { score manquants } } } } }',
    );
    expect(structures.edges[0]?.node.completude).toEqual({
      score: 7 / 11,
      manquants: expect.arrayContaining(["moyen de la joindre", "position à l'adresse ou à la rue"]),
    });
  });
});
