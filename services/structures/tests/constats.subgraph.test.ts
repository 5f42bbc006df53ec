import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { AGENCE, agissantPour, LECTEUR } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CPTS_BOURG, DAC_AIN, ESP, MSP_ELIGIBLE, MSP_SANS_DECLARATION } from "./donnees-de-test.ts";
import { mutation } from "./ecriture-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

const entrant = (type: string) => `$input: ${type}!`;
const LES_SIENS = agissantPour(MSP_SANS_DECLARATION, CPTS_BOURG, ESP);

describe("enregistrerProjetDeSante", () => {
  const enregistrer = mutation(() => annuaire, "enregistrerProjetDeSante", {
    signature: entrant("EnregistrerProjetDeSanteInput"),
    champs: "... on Msp { projetDeSante { etabliLe coherencePrs avisPrsLe validationArs territoire actions } }",
  });
  const PROJET = {
    structureId: MSP_SANS_DECLARATION,
    etabliLe: "2026-01-15",
    coherencePrs: "INCONNU",
    validationArs: "INCONNU",
    territoire: "le Bugey",
    modalites: "réunions mensuelles",
    actions: ["prévention"],
    source: "la maison de santé",
  };

  it("prend des siens ce qu'il contient, et de l'agence ce que l'ARS en a constaté", async () => {
    expect((await enregistrer({ input: PROJET }, LES_SIENS)).resultat).toMatchObject({
      projetDeSante: { coherencePrs: "INCONNU", territoire: "le Bugey", actions: ["prévention"] },
    });
    const constat = { ...PROJET, coherencePrs: "OUI", avisPrsLe: "2026-03-01", source: "ARS" };
    await enregistrer({ input: constat }, AGENCE);
    const { resultat } = await enregistrer({ input: { ...PROJET, actions: ["prévention", "accueil"] } }, LES_SIENS);
    expect(resultat).toEqual({
      projetDeSante: {
        etabliLe: "2026-01-15",
        coherencePrs: "OUI",
        avisPrsLe: "2026-03-01",
        validationArs: "INCONNU",
        territoire: "le Bugey",
        actions: ["prévention", "accueil"],
      },
    });
  });

  it("rejouée rend le projet, et refuse une autre demande sous la même clé", async () => {
    const cle = "projet-de-belley";
    const premiere = await enregistrer({ input: PROJET }, AGENCE, cle);
    expect(await enregistrer({ input: PROJET }, AGENCE, cle)).toEqual(premiere);
    const { erreur } = await enregistrer({ input: { ...PROJET, themes: ["asthme"] } }, AGENCE, cle);
    expect(erreur).toMatchObject({ champ: "cleIdempotence" });
  });

  it.each([
    ["un anonyme", undefined, {}, "UNAUTHENTICATED"],
    ["les gens d'une autre structure", agissantPour(DAC_AIN), {}, "FORBIDDEN"],
    ["la cohérence dite par les siens", LES_SIENS, { coherencePrs: "OUI" }, "FORBIDDEN"],
    ["la validation dite par les siens", LES_SIENS, { validationArs: "NON" }, "FORBIDDEN"],
    ["la date d'un avis dite par les siens", LES_SIENS, { avisPrsLe: "2026-03-01" }, "FORBIDDEN"],
  ])("refuse %s", async (_cas, acteur, ecart, code) => {
    expect((await enregistrer({ input: { ...PROJET, ...ecart } }, acteur)).erreur).toMatchObject({ code });
  });

  it.each<[string, string, object]>([
    ["input.structureId", "BAD_USER_INPUT", { structureId: DAC_AIN }],
    ["input.structureId", "NOT_FOUND", { structureId: "inconnue" }],
    ["input.etabliLe", "BAD_USER_INPUT", { etabliLe: "2026-11-23" }],
    ["input.actions[0]", "BAD_USER_INPUT", { actions: [" "] }],
  ])("nomme le champ faux : %s (%s)", async (champ, code, ecart) => {
    expect((await enregistrer({ input: { ...PROJET, ...ecart } }, AGENCE)).erreur).toMatchObject({ code, champ });
  });
});

describe("enregistrerLabellisation", () => {
  const enregistrer = mutation(() => annuaire, "enregistrerLabellisation", {
    signature: entrant("EnregistrerLabellisationInput"),
    champs: "labels universitaire ... on Msp { labellisation { decision expireLe } eligibiliteAidesArs { verdict } }",
  });
  const DECISION = {
    structureId: MSP_SANS_DECLARATION,
    region: "84",
    decision: "OUI",
    decideeLe: "2026-01-01",
    source: "ARS",
  };

  it("ouvre les aides de l'ARS, jusqu'au dernier jour", async () => {
    expect((await enregistrer({ input: DECISION }, AGENCE)).resultat).toMatchObject({
      labellisation: { decision: "OUI", expireLe: null },
      eligibiliteAidesArs: { verdict: "OUI" },
      universitaire: "INCONNU",
    });
    const expiree = { ...DECISION, decideeLe: "2026-02-01", expireLe: "2026-11-21" };
    expect((await enregistrer({ input: expiree }, AGENCE)).resultat).toMatchObject({
      eligibiliteAidesArs: { verdict: "NON" },
    });
  });

  it("donne un label à toute structure, et la dernière décision compte", async () => {
    const universitaire = { ...DECISION, structureId: ESP, label: "UNIVERSITAIRE" };
    expect((await enregistrer({ input: universitaire }, AGENCE)).resultat).toMatchObject({
      labels: ["UNIVERSITAIRE"],
      universitaire: "OUI",
    });
    const montagne = { ...DECISION, structureId: ESP, label: "CABINET_DE_MONTAGNE" };
    expect((await enregistrer({ input: montagne }, AGENCE)).resultat).toMatchObject({
      labels: ["CABINET_DE_MONTAGNE", "UNIVERSITAIRE"],
    });
    const retire = { ...universitaire, decision: "NON", decideeLe: "2026-06-01" };
    expect((await enregistrer({ input: retire }, AGENCE)).resultat).toMatchObject({
      labels: ["CABINET_DE_MONTAGNE"],
      universitaire: "NON",
    });
  });

  it("rejouée rend la même structure, et refuse une autre demande sous la même clé", async () => {
    const cle = "label-de-belley";
    const premiere = await enregistrer({ input: DECISION }, AGENCE, cle);
    expect(await enregistrer({ input: DECISION }, AGENCE, cle)).toEqual(premiere);
    const { erreur } = await enregistrer({ input: { ...DECISION, decision: "NON" } }, AGENCE, cle);
    expect(erreur).toMatchObject({ champ: "cleIdempotence" });
  });

  it.each([
    ["un anonyme", undefined, "UNAUTHENTICATED"],
    ["une agence sans la portée d'écriture", LECTEUR, "FORBIDDEN"],
    ["les siens", LES_SIENS, "FORBIDDEN"],
  ])("refuse %s", async (_cas, acteur, code) => {
    expect((await enregistrer({ input: DECISION }, acteur)).erreur).toMatchObject({ code });
  });

  it.each<[string, object]>([
    ["input.structureId", { structureId: ESP }],
    ["input.region", { region: "00" }],
    ["input.region", { region: "76" }],
    ["input.decideeLe", { decideeLe: "2026-11-23" }],
    ["input.expireLe", { expireLe: "2025-12-31" }],
  ])("nomme le champ faux : %s", async (champ, ecart) => {
    const { erreur } = await enregistrer({ input: { ...DECISION, ...ecart } }, AGENCE);
    expect(erreur).toMatchObject({ code: "BAD_USER_INPUT", champ });
  });
});

describe("enregistrerAci", () => {
  const enregistrer = mutation(() => annuaire, "enregistrerAci", {
    signature: entrant("EnregistrerAciInput"),
    champs: "... on Cpts { aci { signeLe cpam ars } conformite { verdict conditions { code verdict } } }",
  });
  const ACI = { structureId: CPTS_BOURG, signeLe: "2026-05-01", cpam: "CPAM de l'Ain", ars: "ARS ARA", source: "ARS" };

  it("vaut contrat avec l'ARS dans la conformité de la CPTS", async () => {
    const { resultat } = await enregistrer({ input: ACI }, AGENCE);
    expect(resultat).toMatchObject({
      aci: { signeLe: "2026-05-01", cpam: "CPAM de l'Ain", ars: "ARS ARA" },
      conformite: {
        verdict: "INCONNU",
        conditions: expect.arrayContaining([
          { code: "CONTRAT_ARS", verdict: "OUI" },
          { code: "ASSOCIATION", verdict: "INCONNU" },
        ]),
      },
    });
  });

  it("d'une CPTS est refusé sans la signature de l'ARS, et celui d'une MSP ne l'est pas", async () => {
    const { erreur } = await enregistrer({ input: { ...ACI, ars: null } }, AGENCE);
    expect(erreur).toMatchObject({
      code: "RULE_NOT_MET",
      regle: "ACI_SIGNATAIRES",
      conditions: [expect.objectContaining({ code: "ARS_POUR_UNE_CPTS", verdict: "NON" })],
    });
    const msp = { ...ACI, structureId: MSP_ELIGIBLE, ars: null };
    expect((await enregistrer({ input: msp }, AGENCE)).erreur).toBeNull();
    expect(await annuaire.structure(MSP_ELIGIBLE, "... on Msp { aci { cpam ars } }")).toMatchObject({
      aci: { cpam: "CPAM de l'Ain", ars: null },
    });
  });

  it("rejouée rend la même structure, et refuse une autre demande sous la même clé", async () => {
    const cle = "aci-de-bourg";
    const premiere = await enregistrer({ input: ACI }, AGENCE, cle);
    expect(await enregistrer({ input: ACI }, AGENCE, cle)).toEqual(premiere);
    const { erreur } = await enregistrer({ input: { ...ACI, cpam: "autre" } }, AGENCE, cle);
    expect(erreur).toMatchObject({ champ: "cleIdempotence" });
  });

  it.each([
    ["un anonyme", undefined, "UNAUTHENTICATED"],
    ["les siens", LES_SIENS, "FORBIDDEN"],
  ])("refuse %s", async (_cas, acteur, code) => {
    expect((await enregistrer({ input: ACI }, acteur)).erreur).toMatchObject({ code });
  });

  it.each<[string, object]>([
    ["input.structureId", { structureId: DAC_AIN }],
    ["input.signeLe", { signeLe: "2026-11-23" }],
    ["input.cpam", { cpam: " " }],
  ])("nomme le champ faux : %s", async (champ, ecart) => {
    const { erreur } = await enregistrer({ input: { ...ACI, ...ecart } }, AGENCE);
    expect(erreur).toMatchObject({ code: "BAD_USER_INPUT", champ });
  });
});

describe("enregistrerSeuilRegional", () => {
  const enregistrer = mutation(() => annuaire, "enregistrerSeuilRegional", {
    signature: entrant("EnregistrerSeuilRegionalInput"),
    champs: "region regle condition minimum depuis jusquA source",
  });
  const SEUIL = {
    region: "84",
    regle: "MSP_FINANCEMENT_PERENNE",
    condition: "DEUX_MEDECINS",
    minimum: 3,
    depuis: "2026-01-01",
    jusquA: null,
    source: "cahier des charges d'essai",
  };
  const financement = async () => {
    const champs = "... on Msp { eligibiliteFinancementPerenne { verdict conditions { code constat } } }";
    const [msp] = await annuaire.entites([{ __typename: "Msp", id: MSP_ELIGIBLE, effectifs: [] }], champs);
    return msp?.eligibiliteFinancementPerenne;
  };

  it("rend plus exigeante la règle de sa région, et seulement elle", async () => {
    expect(await financement()).toMatchObject({ verdict: "OUI" });
    await enregistrer({ input: { ...SEUIL, region: "76" } }, AGENCE);
    expect(await financement()).toMatchObject({ verdict: "OUI" });
    expect((await enregistrer({ input: SEUIL }, AGENCE)).resultat).toEqual(SEUIL);
    expect(await financement()).toMatchObject({
      verdict: "NON",
      conditions: expect.arrayContaining([
        { code: "DEUX_MEDECINS", constat: "2 déclaré(s) ; la région en demande 3 (cahier des charges d'essai)" },
      ]),
    });
    await enregistrer({ input: { ...SEUIL, jusquA: "2026-11-21" } }, AGENCE);
    expect(await financement()).toMatchObject({ verdict: "OUI" });
  });

  it("rejouée rend le même seuil, et refuse une autre demande sous la même clé", async () => {
    const cle = "seuil-de-la-region";
    const input = { ...SEUIL, jusquA: "2026-02-01" };
    expect((await enregistrer({ input }, AGENCE, cle)).resultat).toEqual(input);
    expect((await enregistrer({ input }, AGENCE, cle)).resultat).toEqual(input);
    const { erreur } = await enregistrer({ input: { ...input, minimum: 4 } }, AGENCE, cle);
    expect(erreur).toMatchObject({ champ: "cleIdempotence" });
  });

  it("refuse qui n'est pas une agence", async () => {
    expect((await enregistrer({ input: SEUIL }, LES_SIENS)).erreur).toMatchObject({ code: "FORBIDDEN" });
  });

  it.each<[string, object]>([
    ["input.minimum", { minimum: 1 }],
    ["input.condition", { condition: "STATUT_SISA" }],
    ["input.region", { region: "00" }],
    ["input.jusquA", { jusquA: "2025-12-31" }],
  ])("nomme le champ faux : %s", async (champ, ecart) => {
    const { erreur } = await enregistrer({ input: { ...SEUIL, ...ecart } }, AGENCE);
    expect(erreur).toMatchObject({ code: "BAD_USER_INPUT", champ });
  });
});
