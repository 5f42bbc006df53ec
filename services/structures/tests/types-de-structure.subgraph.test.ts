import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import {
  CENTRE_VILLEURBANNE,
  CPTS_BOURG,
  CPTS_SANS_FINESS,
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
      phase: null,
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
