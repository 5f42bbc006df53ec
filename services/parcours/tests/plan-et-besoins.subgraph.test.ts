import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { AUTRE_EQUIPE, annuaireDesDac, DEMANDE, DEMANDEUR, EQUIPE } from "./dossiers-de-test.ts";
import { saisie } from "./questions.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

const LU = `id version statut actionsPossibles besoins { id version libelle statut criteres { codeInsee professions } parcours { numero } }
  plan { version valideLe objectifs { id libelle } actions { libelle objectif besoin { id } } actionsSansSuite { libelle } }`;
interface Dossier {
  readonly id: string;
  readonly version: number;
  readonly statut: string;
  readonly actionsPossibles: string[];
  readonly besoins: { id: string; version: number }[];
}

let sousGraphe: SousGrapheDeTest;
let numero = 0;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDesDac);
});
afterAll(() => sousGraphe.fermer());

const agir = (mutation: string, variables: object, acteur = EQUIPE) =>
  sousGraphe.demander(mutation, { ...variables, cle: `cle-de-plan-${numero++}` }, acteur);
async function reussir<Rendu = Dossier>(mutation: string, variables: object, acteur = EQUIPE): Promise<Rendu> {
  const { data, errors } = await agir(mutation, variables, acteur);
  expect(errors).toBeUndefined();
  return data?.rendu as Rendu;
}

const AJOUTER = `mutation($input: AjouterBesoinInput!, $cle: ID!) { rendu: ajouterBesoin(input: $input, cleIdempotence: $cle) { id version libelle statut parcours { version } } }`;
const PLANIFIER = `mutation($input: EtablirPlanInput!, $cle: ID!) { rendu: etablirPlan(input: $input, cleIdempotence: $cle) { ${LU} } }`;
const EVALUER = `mutation($input: EnregistrerEvaluationInput!, $cle: ID!) { rendu: enregistrerEvaluation(input: $input, cleIdempotence: $cle) { ${LU} } }`;
const VALIDER = `mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: validerPlan(parcoursId: $id, version: $version, cleIdempotence: $cle) { ${LU} } }`;

/** A case in evaluation, evaluated or not. */
async function enEvaluation({ evalue }: { evalue: boolean }): Promise<Dossier> {
  const recu = await reussir(
    `mutation($input: DemanderAppuiInput!, $cle: ID!) { rendu: demanderAppui(input: $input, cleIdempotence: $cle) { ${LU} } }`,
    { input: DEMANDE },
    DEMANDEUR,
  );
  const qualifie = await reussir(
    `mutation($input: QualifierDemandeInput!, $cle: ID!) { rendu: qualifierDemande(input: $input, cleIdempotence: $cle) { ${LU} } }`,
    {
      input: {
        parcoursId: recu.id,
        version: recu.version,
        decision: "RECEVABLE",
        niveauAppui: "COORDINATION_SPECIFIQUE",
      },
    },
  );
  if (!evalue) return qualifie;
  return reussir(EVALUER, {
    input: {
      parcoursId: qualifie.id,
      version: qualifie.version,
      grille: "grille d'exemple",
      versionGrille: "1",
      realiseeLe: "2026-01-15",
      domaines: [{ domaine: "SANTE", niveau: "MODEREE" }],
    },
  });
}

const plan = ({ id, version }: Dossier, ecart: object = {}) => ({
  input: {
    parcoursId: id,
    version,
    objectifs: [{ repere: "O1", libelle: "tenir à domicile" }],
    actions: [{ objectif: "O1", libelle: "trouver un passage le week-end" }],
    ...ecart,
  },
});

describe("Les besoins d'un dossier", () => {
  it("s'ajoutent et se relisent avec lui, normalisés comme un besoin simulé", async () => {
    const { id } = await enEvaluation({ evalue: false });
    const besoin = await reussir<{ id: string; libelle: string }>(AJOUTER, {
      input: { parcoursId: id, criteres: saisie },
    });
    expect(besoin.libelle).toMatch(/^Soins, sous 72 heures/);
    const { data } = await sousGraphe.demander(
      "query($id: ID!) { besoin(id: $id) { libelle statut criteres { professions } parcours { id besoins { id } } } }",
      { id: besoin.id },
      EQUIPE,
    );
    expect(data).toEqual({
      besoin: {
        libelle: besoin.libelle,
        statut: "OUVERT",
        criteres: { professions: ["10"] },
        parcours: { id, besoins: [{ id: besoin.id }] },
      },
    });
  });

  it("n'existent pour personne d'autre, par référence non plus", async () => {
    const { id } = await enEvaluation({ evalue: false });
    const besoin = await reussir<{ id: string }>(AJOUTER, { input: { parcoursId: id, criteres: saisie } });
    for (const acteur of [AUTRE_EQUIPE, DEMANDEUR]) {
      const { data } = await sousGraphe.demander(
        "query($id: ID!, $r: [_Any!]!) { besoin(id: $id) { id } _entities(representations: $r) { ... on Besoin { libelle criteres { codeInsee } } } }",
        { id: besoin.id, r: [{ __typename: "Besoin", id: besoin.id }] },
        acteur,
      );
      expect(data).toEqual({ besoin: null, _entities: [null] });
      const { errors } = await agir(
        "mutation($input: ModifierBesoinInput!, $cle: ID!) { modifierBesoin(input: $input, cleIdempotence: $cle) { id } }",
        { input: { besoinId: besoin.id, version: 1, libelle: "autre" } },
        acteur,
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", champ: "input.besoinId" });
    }
  });

  it("changent par version, et jamais après la clôture", async () => {
    const { id } = await enEvaluation({ evalue: false });
    const besoin = await reussir<{ id: string; parcours: { version: number } }>(AJOUTER, {
      input: { parcoursId: id, criteres: saisie },
    });
    const modifier = (input: object) =>
      agir(
        "mutation($input: ModifierBesoinInput!, $cle: ID!) { rendu: modifierBesoin(input: $input, cleIdempotence: $cle) { version statut libelle parcours { version } } }",
        { input: { besoinId: besoin.id, ...input } },
      );
    expect((await modifier({ version: 1, statut: "COUVERT" })).data?.rendu).toMatchObject({
      version: 2,
      statut: "COUVERT",
    });
    expect((await modifier({ version: 1, statut: "OUVERT" })).errors?.[0]?.extensions).toMatchObject({
      code: "VERSION_CONFLICT",
      versionCourante: 2,
    });
    await reussir(
      "mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: cloturerParcours(parcoursId: $id, version: $version, motif: DECES, cleIdempotence: $cle) { id } }",
      { id, version: besoin.parcours.version + 1 },
    );
    expect((await modifier({ version: 2, statut: "OUVERT" })).errors?.[0]?.extensions?.code).toBe("RULE_NOT_MET");
  });

  it("nomment le critère faux, et rien n'est écrit", async () => {
    const { id } = await enEvaluation({ evalue: false });
    const { errors } = await agir(AJOUTER, { input: { parcoursId: id, criteres: { ...saisie, rayonKm: 900 } } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.criteres.rayonKm" });
    expect(await sousGraphe.interroger(`select from parcours.besoin where dossier_id = '${id}'`)).toEqual([]);
  });
});

describe("Le plan personnalisé", () => {
  it("part d'une évaluation, se valide, et le suivi commence ; une version validée ne se réécrit pas", async () => {
    const evalue = await enEvaluation({ evalue: true });
    const besoin = await reussir<{ id: string; parcours: { version: number } }>(AJOUTER, {
      input: { parcoursId: evalue.id, criteres: saisie },
    });
    const elabore = await reussir(
      PLANIFIER,
      plan(
        { ...evalue, version: besoin.parcours.version },
        {
          actions: [
            { objectif: "O1", libelle: "trouver un médecin", besoinId: besoin.id },
            { objectif: "O1", libelle: "appeler la famille" },
          ],
        },
      ),
    );
    expect(elabore).toMatchObject({
      statut: "PLAN_ELABORE",
      plan: {
        version: 1,
        valideLe: null,
        actions: [
          { libelle: "trouver un médecin", besoin: { id: besoin.id } },
          { libelle: "appeler la famille", besoin: null },
        ],
        actionsSansSuite: [{ libelle: "trouver un médecin" }, { libelle: "appeler la famille" }],
      },
    });
    const suivi = await reussir(VALIDER, { id: elabore.id, version: elabore.version });
    expect(suivi).toMatchObject({ statut: "EN_SUIVI", plan: { version: 1, valideLe: expect.any(String) } });
    const reevalue = await reussir(
      `mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: reevaluer(parcoursId: $id, version: $version, motif: "chute", cleIdempotence: $cle) { ${LU} } }`,
      { id: suivi.id, version: suivi.version },
    );
    const suivant = await reussir(PLANIFIER, plan(reevalue));
    expect(suivant).toMatchObject({ plan: { version: 2, valideLe: null } });
    expect(await sousGraphe.interroger(`select from parcours.plan where dossier_id = '${suivi.id}'`)).toHaveLength(2);
  });

  it("ne s'établit pas sans évaluation", async () => {
    const { errors } = await agir(PLANIFIER, plan(await enEvaluation({ evalue: false })));
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.parcoursId" });
  });

  it.each<[string, object, string, string]>([
    ["sans objectif", { objectifs: [] }, "BAD_USER_INPUT", "input.objectifs"],
    [
      "dont une action ne sert aucun objectif",
      { actions: [{ objectif: "O2", libelle: "x" }] },
      "BAD_USER_INPUT",
      "input.actions.0.objectif",
    ],
    [
      "dont une action répond au besoin d'un autre",
      { actions: [{ objectif: "O1", libelle: "x", besoinId: "00000000-0000-4000-8000-000000000000" }] },
      "NOT_FOUND",
      "input.actions.0.besoinId",
    ],
  ])("ne s'établit pas %s", async (_cas, ecart, code, champ) => {
    const evalue = await enEvaluation({ evalue: true });
    expect((await agir(PLANIFIER, plan(evalue, ecart))).errors?.[0]?.extensions).toMatchObject({ code, champ });
    expect(await sousGraphe.interroger(`select from parcours.plan where dossier_id = '${evalue.id}'`)).toEqual([]);
  });
});
