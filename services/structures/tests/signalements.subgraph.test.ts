import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour, LECTEUR } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { DAC_AIN, MSP_ELIGIBLE } from "./donnees-de-test.ts";
import { mutation } from "./ecriture-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

const CHAMPS = "numero recuLe statut reponse";
const signaler = mutation(() => annuaire, "signalerErreurStructure", {
  signature: "$input: SignalerErreurStructureInput!",
  champs: CHAMPS,
});
const traiter = mutation(() => annuaire, "traiterSignalementStructure", {
  signature: "$input: TraiterSignalementStructureInput!",
  champs: CHAMPS,
});
const ERREUR = { structureId: MSP_ELIGIBLE, champ: "horaires", attendu: "fermé le samedi" };
const numeroDe = (reponse: { resultat: Record<string, unknown> | null }) => String(reponse.resultat?.numero);
const suivre = async (numero: string) => {
  const question = `query($numero: ID!) { signalement(numero: $numero) { ${CHAMPS} } }`;
  return (await annuaire.demander<{ signalement: object | null }>(question, { numero })).signalement;
};

describe("signalerErreurStructure", () => {
  it("est ouvert à tous, et rend un numéro qui se suit", async () => {
    const recu = await signaler({ input: ERREUR });
    expect(recu.resultat).toMatchObject({ statut: "RECU", recuLe: "2026-11-22T10:00:00.000Z", reponse: null });
    expect(await suivre(numeroDe(recu))).toEqual(recu.resultat);
    expect(await suivre("S-inconnu")).toBeNull();
  });

  it("rejoué garde son numéro, et refuse une autre demande sous la même clé", async () => {
    const cle = "signalement-rejoue";
    const premier = await signaler({ input: ERREUR }, undefined, cle);
    expect(await signaler({ input: ERREUR }, undefined, cle)).toEqual(premier);
    const { erreur } = await signaler({ input: { ...ERREUR, champ: "adresse" } }, undefined, cle);
    expect(erreur).toMatchObject({ champ: "cleIdempotence" });
  });

  it.each<[string, string, object]>([
    ["input.structureId", "NOT_FOUND", { structureId: "inconnue" }],
    ["input.champ", "BAD_USER_INPUT", { champ: "les horaires" }],
    ["input.commentaire", "BAD_USER_INPUT", { commentaire: "x".repeat(1001) }],
  ])("nomme le champ faux : %s", async (champ, code, ecart) => {
    expect((await signaler({ input: { ...ERREUR, ...ecart } })).erreur).toMatchObject({ code, champ });
  });
});

describe("traiterSignalementStructure", () => {
  it("répond, et chacun peut lire la réponse", async () => {
    const numero = numeroDe(await signaler({ input: ERREUR }));
    await traiter({ input: { numero, statut: "TRANSMIS" } }, AGENCE);
    const { resultat } = await traiter(
      { input: { numero, statut: "CORRIGE", reponse: "Merci, corrigé." } },
      agissantPour(MSP_ELIGIBLE),
    );
    expect(resultat).toMatchObject({ numero, statut: "CORRIGE", reponse: "Merci, corrigé." });
    expect(await suivre(numero)).toEqual(resultat);
    const { erreur } = await traiter({ input: { numero, statut: "TRANSMIS" } }, AGENCE);
    expect(erreur).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.statut" });
  });

  it("montre aux siens et aux agences ce qui attend, et à personne d'autre", async () => {
    const numero = numeroDe(await signaler({ input: { ...ERREUR, structureId: DAC_AIN } }));
    const question = `{ signalementsDeStructure(structureId: "${DAC_AIN}", statuts: [RECU]) { champ attendu commentaire signalement { numero } } }`;
    const attendu = [{ champ: "horaires", attendu: "fermé le samedi", commentaire: null, signalement: { numero } }];
    for (const acteur of [AGENCE, agissantPour(DAC_AIN)]) {
      expect(await annuaire.demander(question, {}, acteur)).toEqual({ signalementsDeStructure: attendu });
    }
    const { errors } = await annuaire.executer(question, {}, agissantPour(MSP_ELIGIBLE));
    expect(errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
  });

  it("rejouée rend la même réponse, et refuse une autre demande sous la même clé", async () => {
    const numero = numeroDe(await signaler({ input: ERREUR }));
    const cle = "reponse-rejouee";
    const input = { numero, statut: "REJETE", reponse: "La donnée est juste." };
    const premiere = await traiter({ input }, AGENCE, cle);
    expect(await traiter({ input }, AGENCE, cle)).toEqual(premiere);
    const { erreur } = await traiter({ input: { ...input, statut: "CORRIGE" } }, AGENCE, cle);
    expect(erreur).toMatchObject({ champ: "cleIdempotence" });
  });

  it.each([
    ["un anonyme", undefined, "UNAUTHENTICATED"],
    ["qui n'a pas la portée d'écriture", LECTEUR, "FORBIDDEN"],
    ["les gens d'une autre structure", agissantPour(DAC_AIN), "FORBIDDEN"],
  ])("refuse %s", async (_cas, acteur, code) => {
    const numero = numeroDe(await signaler({ input: ERREUR }));
    expect((await traiter({ input: { numero, statut: "TRANSMIS" } }, acteur)).erreur).toMatchObject({ code });
  });

  it("nomme le champ faux : un numéro inconnu, un rejet sans motif", async () => {
    const numero = numeroDe(await signaler({ input: ERREUR }));
    expect((await traiter({ input: { numero: "S-inconnu", statut: "TRANSMIS" } }, AGENCE)).erreur).toMatchObject({
      code: "NOT_FOUND",
      champ: "input.numero",
    });
    expect((await traiter({ input: { numero, statut: "REJETE" } }, AGENCE)).erreur).toMatchObject({
      code: "BAD_USER_INPUT",
      champ: "input.reponse",
    });
  });
});
