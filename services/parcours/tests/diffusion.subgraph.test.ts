import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type BancDOrientations, MSP, ouvrirBancDOrientations } from "./banc-d-orientations.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { destinataire } from "./orientations-de-test.ts";

let banc: BancDOrientations;
beforeAll(async () => {
  banc = await ouvrirBancDOrientations();
});
afterAll(() => banc.fermer());

describe("Une diffusion", () => {
  it("se rouvre quand celui qui avait accepté se désiste", async () => {
    const orientations = await banc.envoyer(["MSP-1", "MSP-2"]);
    const [premiere, seconde] = orientations;
    if (premiere === undefined || seconde === undefined) throw new Error("two were sent");
    const acceptee = await banc.reussir("accepter", premiere, MSP);
    expect((await banc.lire(seconde.id, destinataire("MSP-2")))?.statut).toBe("RETIREE");
    expect(await banc.reussir("seDesister", acceptee, MSP, ", motif: DEJA_SUIVI")).toMatchObject({
      statut: "DESISTEE",
      motifRefus: "DEJA_SUIVI",
    });
    const rouverte = await banc.lire(seconde.id, destinataire("MSP-2"));
    expect(rouverte?.statut).toBe("ENVOYEE");
    expect(await banc.lire(seconde.id, EQUIPE)).toMatchObject({ besoin: { statut: "EN_ORIENTATION" } });
  });
});
