import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour, LECTEUR } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CPTS_BOURG, ESP, MSP_SANS_DECLARATION } from "./donnees-de-test.ts";
import { mutation } from "./ecriture-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

const entrant = (type: string) => `$input: ${type}!`;
const LES_SIENS = agissantPour(MSP_SANS_DECLARATION, CPTS_BOURG, ESP);

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
