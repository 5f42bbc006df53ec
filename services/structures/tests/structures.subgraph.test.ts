import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { chargerDemonstration } from "../src/index.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
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
  peupler,
} from "./donnees-de-test.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await peupler(annuaire);
});
afterAll(() => annuaire.fermer());

const structure = async (id: string, champs: string) =>
  (
    await annuaire.demander<{ structure: Record<string, unknown> }>(
      `query($id: ID) { structure(id: $id) { __typename ${champs} } }`,
      { id },
    )
  ).structure;

/** What the gateway asks: entities by reference, with the fields that `@requires` names. */
const entites = async (representations: object[], champs: string) =>
  (
    await annuaire.demander<{ _entities: (Record<string, unknown> | null)[] }>(
      `query($r: [_Any!]!) { _entities(representations: $r) { __typename ${champs} } }`,
      { r: representations },
    )
  )._entities;

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

describe("Une MSP", () => {
  const eligibilites =
    "... on Msp { eligibiliteAidesArs { verdict } eligibiliteFinancementPerenne { verdict conditions { code verdict constat } } }";

  it("éligible compte ses associés déclarés, ni les anciens ni les effectifs", async () => {
    const [msp] = await entites([{ __typename: "Msp", id: MSP_ELIGIBLE, effectifs: [] }], eligibilites);
    expect(msp).toMatchObject({
      eligibiliteAidesArs: { verdict: "OUI" },
      eligibiliteFinancementPerenne: { verdict: "OUI" },
    });
    expect(msp?.eligibiliteFinancementPerenne).toMatchObject({
      conditions: expect.arrayContaining([{ code: "DEUX_MEDECINS", verdict: "OUI", constat: "2 déclaré(s)" }]),
    });
  });

  it.each([
    [
      "cite les effectifs du RPPS sans les juger",
      [{ profession: "10", nombre: 5 }],
      "aucun membre déclaré ; le RPPS en compte 5 en activité dans la structure",
    ],
    [
      "répond quand les professionnels ne répondent pas",
      null,
      "aucun membre déclaré ; les effectifs du RPPS ne sont pas disponibles",
    ],
  ])("sans déclaration %s", async (_cas, effectifs, constat) => {
    const [msp] = await entites([{ __typename: "Msp", id: MSP_SANS_DECLARATION, effectifs }], eligibilites);
    expect(msp?.eligibiliteFinancementPerenne).toMatchObject({
      verdict: "INCONNU",
      conditions: expect.arrayContaining([{ code: "DEUX_MEDECINS", verdict: "INCONNU", constat }]),
    });
  });

  it("montre son dernier projet, son label et ses membres, page par page", async () => {
    const page = (suite: string) =>
      structure(
        MSP_ELIGIBLE,
        `... on Msp { projetDeSante { etabliLe actions } labellisation { decision region { nom } }
        membres(first: 2${suite}) { totalCount edges { cursor node { role membre { ... on Professionnel { id } } } } pageInfo { hasNextPage endCursor } } }`,
      );
    const premiere = (await page("")) as { membres: { pageInfo: { endCursor: string } } };
    expect(premiere).toMatchObject({
      projetDeSante: { etabliLe: "2024-02-01", actions: ["prévention"] },
      labellisation: { decision: "OUI", region: { nom: "Auvergne-Rhône-Alpes" } },
      membres: { totalCount: 3, pageInfo: { hasNextPage: true } },
    });
    const seconde = (await page(`, after: "${premiere.membres.pageInfo.endCursor}"`)) as {
      membres: { edges: object[] };
    };
    expect(seconde).toMatchObject({ membres: { pageInfo: { hasNextPage: false } } });
    expect(seconde.membres.edges).toHaveLength(1);
    const { errors } = await annuaire.executer(
      `{ structure(id: "${MSP_ELIGIBLE}") { ... on Msp { membres(after: "faux") { totalCount } } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "after" });
  });

  it("adhère à sa CPTS, et la CPTS la nomme parmi ses membres pilotes", async () => {
    expect(await structure(MSP_ELIGIBLE, "adhesions { degre groupement { nom } }")).toMatchObject({
      adhesions: [{ degre: "PILOTE", groupement: { nom: "CPTS DU BASSIN BURGIEN" } }],
    });
    expect(await structure(MSP_ELIGIBLE, 'adhesions(le: "2024-02-01") { degre }')).toMatchObject({ adhesions: [] });
    expect(
      await structure(
        CPTS_BOURG,
        "... on Cpts { membres(degre: PILOTE) { edges { node { membre { __typename ... on Msp { nom } } } } } }",
      ),
    ).toMatchObject({ membres: { edges: [{ node: { membre: { __typename: "Msp", nom: "MSP DES TILLEULS" } } }] } });
  });
});

describe("Les autres types", () => {
  it("une ESP de deux membres dont un généraliste, au projet validé, est conforme", async () => {
    const [esp] = await entites(
      [{ __typename: "Esp", id: ESP, effectifs: null }],
      "... on Esp { conformite { verdict } membres { totalCount } }",
    );
    expect(esp).toMatchObject({ conformite: { verdict: "OUI" }, membres: { totalCount: 2 } });
  });

  it("une CPTS dit sa phase, ses missions et son territoire", async () => {
    const champs = "... on Cpts { phase missions territoire { population communes { nom } structure { id } } }";
    expect(await structure(CPTS_BOURG, champs)).toMatchObject({
      phase: "EN_VALIDATION",
      missions: ["PREVENTION"],
      territoire: {
        population: 46_700,
        communes: [{ nom: "Bourg-en-Bresse" }, { nom: "Saint-Denis-lès-Bourg" }],
        structure: { id: CPTS_BOURG },
      },
    });
    expect(await structure(CPTS_SANS_FINESS, champs)).toMatchObject({
      phase: "EMERGENCE",
      missions: [],
      territoire: null,
    });
  });

  it("un médicobus annonce ses passages à venir, ou ceux d'une commune et d'une période", async () => {
    const passages =
      'passages { debut commune { nom } } ici: passages(codeInsee: "01344") { lieu } avant: passages(du: "2026-11-01", au: "2026-11-20") { lieu }';
    expect(
      await structure(MEDICOBUS, `... on Medicobus { statut vague publicsPrioritaires ${passages} }`),
    ).toMatchObject({
      statut: "EN_SERVICE",
      vague: 2,
      publicsPrioritaires: ["ALD_SANS_MEDECIN_TRAITANT"],
      passages: [
        { debut: "2026-11-25T08:00:00.000Z", commune: { nom: "Saint-Denis-lès-Bourg" } },
        { commune: { nom: "Belley" } },
      ],
      ici: [{ lieu: "place de la mairie" }],
      avant: [{ lieu: "gare" }],
    });
  });

  it("un centre de santé pratique le tiers payant sans dépassement", async () => {
    expect(
      await structure(CENTRE_VILLEURBANNE, "... on CentreDeSante { tiersPayant depassementsHonoraires }"),
    ).toMatchObject({
      tiersPayant: true,
      depassementsHonoraires: false,
    });
  });
});

describe("Le point d'entrée", () => {
  const pointEntree = async (codeInsee: string) =>
    (
      await annuaire.demander<{ pointEntree: Record<string, unknown> | null }>(
        "query($c: CodeInsee!) { pointEntree(codeInsee: $c) { commune { nom } dac { nom territoire { source } } cpts { nom } sas { nom } numerosNationaux { numero } } }",
        { c: codeInsee },
      )
    ).pointEntree;

  it("nomme le DAC supposé, la CPTS déclarée, le SAS et les numéros", async () => {
    expect(await pointEntree("01053")).toEqual({
      commune: { nom: "Bourg-en-Bresse" },
      dac: [
        {
          nom: "DAC DE L'AIN",
          territoire: { source: "supposé : aucun territoire déclaré, le DAC couvre son département" },
        },
      ],
      cpts: [{ nom: "CPTS DU BASSIN BURGIEN" }],
      sas: [{ nom: "SAS DE L'AIN" }],
      numerosNationaux: [{ numero: "15" }, { numero: "15" }, { numero: "3114" }],
    });
  });

  it("suit le territoire déclaré : un arrondissement suit sa commune, le reste du département n'est pas couvert", async () => {
    expect(await pointEntree("69383")).toMatchObject({
      dac: [{ nom: "DAC DU RHONE", territoire: { source: "déclaré pour les tests" } }],
    });
    expect(await pointEntree("69266")).toMatchObject({ dac: [], cpts: [] });
  });

  it("n'est rien pour une commune inconnue", async () => {
    expect(await pointEntree("99999".replace("99", "33"))).toBeNull();
  });

  it("se retrouve depuis la commune et depuis la référence du territoire", async () => {
    const { commune } = await annuaire.demander<{ commune: { dac: { territoire: { id: string } }[] } }>(
      '{ commune(codeInsee: "01034") { dac { territoire { id } } cpts { nom } } }',
    );
    const id = commune.dac[0]?.territoire.id;
    const [territoire] = await entites(
      [{ __typename: "Territoire", id }],
      "... on Territoire { structure { nom } communes { codeInsee } }",
    );
    expect(territoire).toMatchObject({
      structure: { nom: "DAC DE L'AIN" },
      communes: [{ codeInsee: "01034" }, { codeInsee: "01053" }, { codeInsee: "01344" }],
    });
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
