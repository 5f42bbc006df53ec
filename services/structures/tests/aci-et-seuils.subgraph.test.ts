import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour } from "./acteurs-de-test.ts";
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
