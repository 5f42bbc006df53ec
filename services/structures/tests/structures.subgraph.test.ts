import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chargerDemonstration, publierStructures } from "../src/index.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import {
  CENTRE_VILLEURBANNE,
  CPTS_BOURG,
  CPTS_SANS_FINESS,
  DAC_AIN,
  DECLARATIONS,
  ESP,
  MEDICOBUS,
  MSP_ELIGIBLE,
  MSP_SANS_DECLARATION,
} from "./donnees-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

const structure: AnnuairePeuple["structure"] = (...demande) => annuaire.structure(...demande);
const entites: AnnuairePeuple["entites"] = (...demande) => annuaire.entites(...demande);

describe("Une structure", () => {
  it.each([
    [MSP_ELIGIBLE, "Msp", "SECOND", true],
    [CENTRE_VILLEURBANNE, "CentreDeSante", "SECOND", true],
    [ESP, "Esp", "PREMIER", true],
    [CPTS_BOURG, "Cpts", "TERRITORIAL", false],
    [DAC_AIN, "Dac", "APPUI", false],
    [MEDICOBUS, "Medicobus", null, true],
  ])("%s est un %s", async (id, type, niveauCoordination, estCibleDeSoins) => {
    const attendue = { __typename: type, niveauCoordination, estCibleDeSoins };
    expect(await structure(id, "niveauCoordination estCibleDeSoins")).toEqual(attendue);
    expect(
      await entites([{ __typename: "Structure", id }], "... on Structure { niveauCoordination estCibleDeSoins }"),
    ).toEqual([attendue]);
  });

  it("demande un identifiant ou un FINESS, pas les deux ni aucun", async () => {
    for (const arguments_ of ["", '(id: "1", finess: "010000024")']) {
      const { errors } = await annuaire.executer(
        arguments_ === "" ? "{ structure { id } }" : `{ structure${arguments_} { id } }`,
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
    }
    expect((await annuaire.executer('{ structure(finess: "010000025") { id } }')).errors?.[0]?.extensions?.code).toBe(
      "BAD_USER_INPUT",
    );
  });

  it("déclarée sans FINESS est placée dans sa commune et se joint par téléphone", async () => {
    expect(
      await structure(
        ESP,
        "finess identifiants { systeme valeur } position { precision } commune { nom } contacts { canal valeur diffusion } provenance { source millesime }",
      ),
    ).toEqual({
      __typename: "Esp",
      finess: null,
      identifiants: [{ systeme: "INTERNE", valeur: ESP }],
      position: { precision: "COMMUNE" },
      commune: { nom: "Belley" },
      contacts: [{ canal: "TELEPHONE", valeur: "0479000000", diffusion: "PUBLIQUE" }],
      provenance: { source: "déclaré pour les tests", millesime: "2026-11-01" },
    });
  });

  it("absente ou d'un autre type que celui de la référence n'est rien, sans erreur", async () => {
    const representations = [
      { __typename: "Structure", id: "inconnue" },
      { __typename: "Msp", id: DAC_AIN },
      { __typename: "Dac", id: DAC_AIN },
      { __typename: "Territoire", id: "inconnu" },
      { __typename: "Adhesion", id: "inconnue" },
      { __typename: "Commune", codeInsee: "01053" },
    ];
    expect(await entites(representations, "... on Structure { nom } ... on Commune { nom }")).toEqual([
      null,
      null,
      { __typename: "Dac", nom: "DAC DE L'AIN" },
      null,
      null,
      { __typename: "Commune", nom: "Bourg-en-Bresse" },
    ]);
  });

  it("une seconde déclaration identique ne change rien", async () => {
    const comptes =
      "select (select count(*) from structures.adhesion) as a, (select count(*) from structures.passage) as p, (select max(mis_a_jour_le) from structures.structure) as m";
    const lire = () => annuaire.ecrire(async (client) => (await client.query(comptes)).rows);
    const avant = await lire();
    const publiees = await annuaire.ecrire(async (client) => {
      await chargerDemonstration(client, DECLARATIONS);
      return (await client.query("select id, type, fermee from pg_temp.structures_publiees order by id")).rows;
    });
    expect(publiees).toEqual([
      { id: ESP, type: "ESP", fermee: false },
      { id: MEDICOBUS, type: "MEDICOBUS", fermee: false },
      { id: CPTS_SANS_FINESS, type: "CPTS", fermee: false },
    ]);
    expect(await lire()).toEqual(avant);
  });
});

describe("Le nombre de requêtes SQL", () => {
  it.each([
    [
      "une fiche complète",
      `{ structure(id: "${MSP_ELIGIBLE}") { nom commune { nom departement { nom region { nom } } } adhesions { groupement { nom } } } }`,
      6,
    ],
    [
      "le point d'entrée",
      '{ pointEntree(codeInsee: "01053") { commune { nom } dac { nom territoire { source } } cpts { nom territoire { source } } sas { nom } } }',
      4,
    ],
  ])("de %s est connu", async (_cas, query, attendu) => {
    const { statements } = await countStatements(() => annuaire.demander(query));
    expect(statements).toHaveLength(attendu);
  });

  it("ne croît pas avec le nombre de références", async () => {
    const compter = async (ids: string[]) =>
      (
        await countStatements(() =>
          entites(
            ids.map((id) => ({ __typename: "Structure", id })),
            "... on Structure { nom commune { nom } adhesions { id } }",
          ),
        )
      ).statements.length;
    const une = await compter([MSP_ELIGIBLE]);
    expect(une).toBe(3);
    expect(await compter([MSP_ELIGIBLE, MSP_SANS_DECLARATION, ESP, DAC_AIN, CENTRE_VILLEURBANNE])).toBe(une);
  });
});

describe("La publication des structures", () => {
  it("laisse aux autres services celles qui sont nommées, ou toutes", async () => {
    const publier = (ids: readonly string[] | "toutes") =>
      annuaire.ecrire(async (client) => {
        await publierStructures(client, ids);
        return (
          await client.query("select id, code_insee, precision, fermee from pg_temp.structures_publiees order by id")
        ).rows;
      });
    expect(await publier([ESP])).toEqual([{ id: ESP, code_insee: "01034", precision: "COMMUNE", fermee: false }]);
    expect(await publier("toutes")).toHaveLength(10);
  });
});
