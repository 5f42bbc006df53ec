import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CPTS_BOURG, DAC_AIN, ESP, MSP_SANS_DECLARATION } from "./donnees-de-test.ts";
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
    champs:
      "... on Msp { projetDeSante { etabliLe coherencePrs avisPrsLe validationArs territoire actions source sourceDesConstats } }",
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
        source: "la maison de santé",
        sourceDesConstats: "ARS",
      },
    });
  });

  it("ne perd rien de ce que les siens ont écrit quand l'agence n'en dit que ses constats", async () => {
    const etabliLe = "2026-02-02";
    await enregistrer({ input: { ...PROJET, etabliLe } }, LES_SIENS);
    const { structureId } = PROJET;
    const constat = { structureId, etabliLe, coherencePrs: "NON", validationArs: "INCONNU", source: "ARS" };
    expect((await enregistrer({ input: constat }, AGENCE)).resultat).toMatchObject({
      projetDeSante: {
        coherencePrs: "NON",
        territoire: "le Bugey",
        actions: ["prévention"],
        source: "la maison de santé",
        sourceDesConstats: "ARS",
      },
    });
    const vide = { ...constat, coherencePrs: "INCONNU", actions: [], source: "la maison de santé" };
    expect((await enregistrer({ input: vide }, LES_SIENS)).resultat).toMatchObject({
      projetDeSante: { coherencePrs: "NON", territoire: "le Bugey", actions: [] },
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
