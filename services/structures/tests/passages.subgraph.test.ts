import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE, agissantPour, LECTEUR } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CPTS_BOURG, MEDICOBUS, MSP_ELIGIBLE } from "./donnees-de-test.ts";
import { mutation } from "./ecriture-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

const planifier = mutation(() => annuaire, "planifierPassages", {
  signature: "$medicobusId: ID!, $passages: [PassageInput!]!",
  champs: 'statut passages { debut lieu } anciens: passages(du: "2026-11-01", au: "2026-11-21") { lieu }',
});
const LES_SIENS = agissantPour(MEDICOBUS);
const JEUDI = {
  debut: "2026-11-26T08:00:00Z",
  fin: "2026-11-26T11:00:00Z",
  codeInsee: "01053",
  lieu: "place de la gare",
};
const VENDREDI = { ...JEUDI, debut: "2026-11-27T08:00:00Z", fin: "2026-11-27T11:00:00Z" };
const programme = (...passages: object[]) => ({ medicobusId: MEDICOBUS, passages });

describe("planifierPassages", () => {
  it("remplace le programme à venir et garde les passages faits", async () => {
    const { resultat } = await planifier(programme(VENDREDI, JEUDI), LES_SIENS);
    expect(resultat).toEqual({
      statut: "EN_SERVICE",
      passages: [
        { debut: "2026-11-26T08:00:00.000Z", lieu: "place de la gare" },
        { debut: "2026-11-27T08:00:00.000Z", lieu: "place de la gare" },
      ],
      anciens: [{ lieu: "gare" }],
    });
    expect((await planifier(programme(), AGENCE)).resultat).toMatchObject({
      passages: [],
      anciens: [{ lieu: "gare" }],
    });
  });

  it("rejouée ne refait rien, et refuse une autre demande sous la même clé", async () => {
    const cle = "programme-de-novembre";
    await planifier(programme(JEUDI), LES_SIENS, cle);
    await planifier(programme(VENDREDI), LES_SIENS);
    expect((await planifier(programme(JEUDI), LES_SIENS, cle)).resultat).toMatchObject({
      passages: [{ debut: "2026-11-27T08:00:00.000Z" }],
    });
    expect((await planifier(programme(), LES_SIENS, cle)).erreur).toMatchObject({ champ: "cleIdempotence" });
  });

  it("deux demandes en même temps passent l'une après l'autre", async () => {
    const reponses = await Promise.all([planifier(programme(JEUDI), LES_SIENS), planifier(programme(JEUDI), AGENCE)]);
    expect(reponses.map(({ erreur }) => erreur)).toEqual([null, null]);
  });

  it.each([
    ["un anonyme", undefined, "UNAUTHENTICATED"],
    ["qui n'a pas la portée d'écriture", LECTEUR, "FORBIDDEN"],
    ["les gens d'une autre structure", agissantPour(CPTS_BOURG), "FORBIDDEN"],
  ])("refuse %s", async (_cas, acteur, code) => {
    expect((await planifier(programme(JEUDI), acteur)).erreur).toMatchObject({ code });
  });

  it.each<[string, object[]]>([
    ["passages[0].debut", [{ ...JEUDI, debut: "2026-11-22T09:00:00Z" }]],
    ["passages[0].fin", [{ ...JEUDI, fin: "2026-11-26T08:00:00Z" }]],
    ["passages[1].debut", [JEUDI, JEUDI]],
    ["passages[1].codeInsee", [VENDREDI, { ...JEUDI, codeInsee: "01999" }]],
    ["passages[0].lieu", [{ ...JEUDI, lieu: "" }]],
  ])("nomme le champ faux : %s, et n'écrit rien", async (champ, passages) => {
    const avant = await annuaire.structure(MEDICOBUS, "... on Medicobus { passages { debut } }");
    const { erreur } = await planifier(programme(...passages), LES_SIENS);
    expect(erreur).toMatchObject({ code: "BAD_USER_INPUT", champ });
    expect(await annuaire.structure(MEDICOBUS, "... on Medicobus { passages { debut } }")).toEqual(avant);
  });

  it("refuse ce qui n'est pas un médicobus", async () => {
    const { erreur } = await planifier({ medicobusId: MSP_ELIGIBLE, passages: [JEUDI] }, AGENCE);
    expect(erreur).toMatchObject({ code: "BAD_USER_INPUT", champ: "medicobusId" });
  });
});
