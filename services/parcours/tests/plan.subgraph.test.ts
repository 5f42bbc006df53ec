import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AJOUTER, type BancDePlans, type Dossier, LU, ouvrirBancDePlans } from "./banc-de-plans.ts";
import { saisie } from "./questions.ts";

const PLANIFIER = `mutation($input: EtablirPlanInput!, $cle: ID!) { rendu: etablirPlan(input: $input, cleIdempotence: $cle) { ${LU} } }`;
const VALIDER = `mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: validerPlan(parcoursId: $id, version: $version, cleIdempotence: $cle) { ${LU} } }`;

let banc: BancDePlans;
beforeAll(async () => {
  banc = await ouvrirBancDePlans();
});
afterAll(() => banc.fermer());

const plan = ({ id, version }: Dossier, ecart: object = {}) => ({
  input: {
    parcoursId: id,
    version,
    objectifs: [{ repere: "O1", libelle: "tenir à domicile" }],
    actions: [{ objectif: "O1", libelle: "trouver un passage le week-end" }],
    ...ecart,
  },
});

describe("Le plan personnalisé", () => {
  it("part d'une évaluation, se valide, et le suivi commence ; une version validée ne se réécrit pas", async () => {
    const evalue = await banc.enEvaluation({ evalue: true });
    const besoin = await banc.reussir<{ id: string; parcours: { version: number } }>(AJOUTER, {
      input: { parcoursId: evalue.id, criteres: saisie },
    });
    const elabore = await banc.reussir(
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
    const suivi = await banc.reussir(VALIDER, { id: elabore.id, version: elabore.version });
    expect(suivi).toMatchObject({ statut: "EN_SUIVI", plan: { version: 1, valideLe: expect.any(String) } });
    const reevalue = await banc.reussir(
      `mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: reevaluer(parcoursId: $id, version: $version, motif: "chute", cleIdempotence: $cle) { ${LU} } }`,
      { id: suivi.id, version: suivi.version },
    );
    const suivant = await banc.reussir(PLANIFIER, plan(reevalue));
    expect(suivant).toMatchObject({ plan: { version: 2, valideLe: null } });
    expect(await banc.sousGraphe.interroger(`select from parcours.plan where dossier_id = '${suivi.id}'`)).toHaveLength(
      2,
    );
  });

  it("ne s'établit pas sans évaluation", async () => {
    const { errors } = await banc.agir(PLANIFIER, plan(await banc.enEvaluation({ evalue: false })));
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.parcoursId" });
  });

  it.each<[string, object, string, string]>([
    ["sans objectif", { objectifs: [] }, "BAD_USER_INPUT", "input.objectifs"],
    [
      "dont une action ne sert aucun objectif",
      { actions: [{ objectif: "O2", libelle: "x" }] },
      "BAD_USER_INPUT",
      "input.actions[0].objectif",
    ],
    [
      "dont une action répond au besoin d'un autre",
      { actions: [{ objectif: "O1", libelle: "x", besoinId: "00000000-0000-4000-8000-000000000000" }] },
      "NOT_FOUND",
      "input.actions[0].besoinId",
    ],
  ])("ne s'établit pas %s", async (_cas, ecart, code, champ) => {
    const evalue = await banc.enEvaluation({ evalue: true });
    expect((await banc.agir(PLANIFIER, plan(evalue, ecart))).errors?.[0]?.extensions).toMatchObject({ code, champ });
    expect(await banc.sousGraphe.interroger(`select from parcours.plan where dossier_id = '${evalue.id}'`)).toEqual([]);
  });
});
