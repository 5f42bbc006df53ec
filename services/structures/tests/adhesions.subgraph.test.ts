import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour, LECTEUR, professionnel } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CPTS_BOURG, DAC_AIN, MSP_ELIGIBLE, MSP_SANS_DECLARATION } from "./donnees-de-test.ts";
import { mutation } from "./ecriture-de-test.ts";

const RPPS = "10000000014";
const PERSONNES: Readonly<Record<string, object>> = {
  [`8${RPPS}`]: { id: `8${RPPS}`, estMedecinGeneraliste: true, exercices: [{ profession: { code: "10" } }] },
  "82": { id: "82", estMedecinGeneraliste: false, exercices: [{ profession: { code: "10" } }] },
  "83": { id: "83", estMedecinGeneraliste: false, exercices: [{ profession: { code: "60" } }] },
  "84": {
    id: "84",
    estMedecinGeneraliste: false,
    exercices: [{ profession: { code: "60" } }, { profession: { code: "50" } }],
  },
};

let annuaire: AnnuairePeuple;
let enPanne = false;
const REFUSE = "refuse";
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple(async ({ variables }) => {
    if (enPanne) throw new Error("en panne");
    if ((variables as { id: string }).id === REFUSE) {
      return {
        data: null,
        errors: [{ message: "Cet identifiant est faux.", extensions: { code: "BAD_USER_INPUT", champ: "id" } }],
      };
    }
    return { data: { professionnel: PERSONNES[(variables as { id: string }).id] ?? null } };
  });
});
afterAll(() => annuaire.fermer());

const CHAMPS = `id categorie degre role depuis jusquA groupement { id }
  membre { __typename ... on Professionnel { id } ... on Msp { id } }`;
const adherer = mutation(() => annuaire, "adherer", { signature: "$input: AdhererInput!", champs: CHAMPS });
const mettreFin = mutation(() => annuaire, "mettreFinAAdhesion", { signature: "$id: ID!, $le: Date!", champs: CHAMPS });
const LES_SIENS = agissantPour(CPTS_BOURG, MSP_SANS_DECLARATION);
const ADHESION = { groupementId: CPTS_BOURG, professionnelId: `8${RPPS}`, degre: "PILOTE", depuis: "2026-01-01" };

describe("adherer", () => {
  it("déclare un professionnel, daté, avec son degré", async () => {
    const input = { ...ADHESION, categorie: "PREMIER_RECOURS", role: "présidente" };
    expect((await adherer({ input }, LES_SIENS)).resultat).toMatchObject({
      categorie: "PREMIER_RECOURS",
      degre: "PILOTE",
      role: "présidente",
      depuis: "2026-01-01",
      jusquA: null,
      groupement: { id: CPTS_BOURG },
      membre: { __typename: "Professionnel", id: `8${RPPS}` },
    });
    const encore = await adherer({ input: { ...ADHESION, depuis: "2026-06-01" } }, LES_SIENS);
    expect(encore.erreur).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.professionnelId" });
  });

  it("n'en commence aucune d'une structure fermée, mais note celle qui a précédé", async () => {
    const fermer = (jour: string | null) =>
      annuaire.ecrire((client) =>
        client.query("update structures.structure set ferme_le = $2 where id = $1", [MSP_SANS_DECLARATION, jour]),
      );
    await fermer("2026-06-01");
    const membre = { groupementId: CPTS_BOURG, structureId: MSP_SANS_DECLARATION, depuis: "2026-06-01" };
    expect((await adherer({ input: membre }, LES_SIENS)).erreur).toMatchObject({
      code: "BAD_USER_INPUT",
      champ: "input.structureId",
    });
    const groupement = { groupementId: MSP_SANS_DECLARATION, structureId: MSP_ELIGIBLE, depuis: "2026-06-01" };
    expect((await adherer({ input: groupement }, LES_SIENS)).erreur).toMatchObject({ champ: "input.groupementId" });
    const avant = await adherer({ input: { ...groupement, depuis: "2026-05-31" } }, LES_SIENS);
    expect(avant.erreur).toBeNull();
    await fermer(null);
  });

  it("déclare une structure membre", async () => {
    const input = { groupementId: CPTS_BOURG, structureId: MSP_SANS_DECLARATION, depuis: "2026-01-01" };
    expect((await adherer({ input }, LES_SIENS)).resultat).toMatchObject({
      membre: { __typename: "Msp", id: MSP_SANS_DECLARATION },
    });
  });

  it("compte les associés d'une MSP par la profession que l'annuaire leur connaît", async () => {
    for (const professionnelId of [`8${RPPS}`, "82", "83", "84"]) {
      const input = { groupementId: MSP_SANS_DECLARATION, professionnelId, depuis: "2026-01-01" };
      expect((await adherer({ input }, LES_SIENS)).erreur).toBeNull();
    }
    const [msp] = await annuaire.entites(
      [{ __typename: "Msp", id: MSP_SANS_DECLARATION, effectifs: [] }],
      "... on Msp { eligibiliteFinancementPerenne { conditions { code verdict constat } } }",
    );
    expect(msp).toMatchObject({
      eligibiliteFinancementPerenne: {
        conditions: expect.arrayContaining([
          { code: "DEUX_MEDECINS", verdict: "OUI", constat: expect.stringContaining("2 déclaré(s)") },
          {
            code: "UN_PARAMEDICAL",
            verdict: "OUI",
            constat: "1 déclaré(s), et 1 dont la profession n'est pas déclarée",
          },
        ]),
      },
    });
  });

  it("rejouée rend la même adhésion, et refuse une autre demande sous la même clé", async () => {
    const cle = "adhesion-rejouee";
    const input = { ...ADHESION, professionnelId: "82" };
    const premiere = await adherer({ input }, LES_SIENS, cle);
    expect(premiere.resultat).not.toBeNull();
    expect(await adherer({ input }, LES_SIENS, cle)).toEqual(premiere);
    const { erreur } = await adherer({ input: { ...input, degre: "SOIN" } }, LES_SIENS, cle);
    expect(erreur).toMatchObject({ champ: "cleIdempotence" });
  });

  it("rend au champ de la saisie ce que l'annuaire des professionnels en refuse", async () => {
    const { erreur } = await adherer({ input: { ...ADHESION, professionnelId: REFUSE } }, LES_SIENS);
    expect(erreur).toEqual({ code: "BAD_USER_INPUT", champ: "input.professionnelId" });
  });

  it("n'écrit rien quand l'annuaire des professionnels ne répond pas", async () => {
    enPanne = true;
    const { erreur } = await adherer({ input: { ...ADHESION, professionnelId: "83" } }, LES_SIENS);
    enPanne = false;
    expect(erreur).toMatchObject({ code: "SUBGRAPH_UNAVAILABLE" });
    const question = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Professionnel { adhesions { groupement { id } } } } }`;
    const { _entities } = await annuaire.demander<{ _entities: object[] }>(question, {
      r: [{ __typename: "Professionnel", id: "83" }],
    });
    expect(_entities).toEqual([{ adhesions: [{ groupement: { id: MSP_SANS_DECLARATION } }] }]);
  });

  it.each([
    ["un anonyme", undefined, "UNAUTHENTICATED"],
    ["qui n'a pas la portée d'écriture", LECTEUR, "FORBIDDEN"],
    ["une agence : l'adhésion est volontaire", AGENCE, "FORBIDDEN"],
    ["le professionnel lui-même, que le groupement n'a pas accueilli", professionnel(RPPS), "FORBIDDEN"],
  ])("refuse %s", async (_cas, acteur, code) => {
    expect((await adherer({ input: ADHESION }, acteur)).erreur).toMatchObject({ code });
  });

  it.each<[string, string, object]>([
    ["input.professionnelId", "BAD_USER_INPUT", { structureId: MSP_ELIGIBLE }],
    ["input.professionnelId", "BAD_USER_INPUT", { professionnelId: null }],
    ["input.professionnelId", "NOT_FOUND", { professionnelId: "inconnu" }],
    ["input.structureId", "NOT_FOUND", { professionnelId: null, structureId: "inconnue" }],
    ["input.structureId", "BAD_USER_INPUT", { professionnelId: null, structureId: CPTS_BOURG }],
    ["input.groupementId", "BAD_USER_INPUT", { groupementId: DAC_AIN }],
  ])("nomme le champ faux : %s (%s)", async (champ, code, ecart) => {
    const acteur = agissantPour(CPTS_BOURG, DAC_AIN);
    expect((await adherer({ input: { ...ADHESION, ...ecart } }, acteur)).erreur).toMatchObject({ code, champ });
  });
});

describe("mettreFinAAdhesion", () => {
  const nouvelle = async (depuis: string) => {
    const { resultat } = await adherer(
      { input: { groupementId: CPTS_BOURG, professionnelId: "84", depuis } },
      LES_SIENS,
    );
    return String(resultat?.id);
  };

  it("vient du groupement, ou du membre qui part de lui-même", async () => {
    const id = await nouvelle("2026-01-01");
    expect((await mettreFin({ id, le: "2026-06-30" }, LES_SIENS)).resultat).toMatchObject({ jusquA: "2026-06-30" });
    const { resultat } = await adherer(
      { input: { ...ADHESION, depuis: "2027-01-01", professionnelId: "83" } },
      LES_SIENS,
    );
    expect(resultat).not.toBeNull();
    const sienne = await annuaire.demander<{
      _entities: { adhesions: { id: string; groupement: { id: string } }[] }[];
    }>(
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Professionnel { adhesions { id groupement { id } } } } }`,
      { r: [{ __typename: "Professionnel", id: `8${RPPS}` }] },
    );
    const [adhesion] = sienne._entities[0]?.adhesions.filter(({ groupement }) => groupement.id === CPTS_BOURG) ?? [];
    const depart = await mettreFin({ id: String(adhesion?.id), le: "2026-11-22" }, professionnel(RPPS));
    expect(depart.resultat).toMatchObject({ jusquA: "2026-11-22" });
    const secretariat = { ...professionnel(RPPS), sub: "son-secretariat", rpps: null, pourLeCompteDe: RPPS };
    const plusTot = await mettreFin({ id: String(adhesion?.id), le: "2026-11-20" }, secretariat);
    expect(plusTot.resultat).toMatchObject({ jusquA: "2026-11-20" });
  });

  it("rejouée rend la même fin, et refuse une autre demande sous la même clé", async () => {
    const id = await nouvelle("2026-08-01");
    const cle = "fin-rejouee";
    const premiere = await mettreFin({ id, le: "2026-09-30" }, LES_SIENS, cle);
    expect(await mettreFin({ id, le: "2026-09-30" }, LES_SIENS, cle)).toEqual(premiere);
    expect((await mettreFin({ id, le: "2026-09-29" }, LES_SIENS, cle)).erreur).toMatchObject({
      champ: "cleIdempotence",
    });
    expect((await mettreFin({ id, le: "2026-10-01" }, LES_SIENS)).erreur).toMatchObject({
      code: "BAD_USER_INPUT",
      champ: "le",
    });
    expect((await mettreFin({ id, le: "2026-07-31" }, LES_SIENS)).erreur).toMatchObject({
      code: "BAD_USER_INPUT",
      champ: "le",
    });
  });

  it("refuse qui n'est ni le groupement ni le membre, et dit une adhésion introuvable", async () => {
    const id = await nouvelle("2026-10-15");
    for (const acteur of [AGENCE, professionnel(RPPS), agissantPour(DAC_AIN)]) {
      expect((await mettreFin({ id, le: "2026-11-01" }, acteur)).erreur).toMatchObject({ code: "FORBIDDEN" });
    }
    expect((await mettreFin({ id, le: "2026-11-01" })).erreur).toMatchObject({ code: "UNAUTHENTICATED" });
    expect((await mettreFin({ id: "inconnue", le: "2026-11-01" }, LES_SIENS)).erreur).toMatchObject({
      code: "NOT_FOUND",
      champ: "id",
    });
  });
});
