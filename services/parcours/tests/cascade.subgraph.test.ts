import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDEcheances, ouvrirBancDEcheances, type Vue } from "./banc-d-echeances.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { destinataire } from "./orientations-de-test.ts";

let banc: BancDEcheances;
beforeAll(async () => {
  banc = await ouvrirBancDEcheances();
});
afterAll(() => banc.fermer());

const MSP = destinataire("MSP-1");

describe("Une cascade", () => {
  const TROIS = ["MSP-1", "MSP-2", "MSP-3"];
  /** Who was asked, in order, and where each stands. */
  const chaine = ({ id }: Vue) =>
    banc.sousGraphe.interroger<{ structure_id: string; statut: string }>(
      `select structure_id, statut from parcours.orientation where diffusion = (select diffusion from parcours.orientation where id = '${id}')
       order by array_position(array['MSP-1', 'MSP-2', 'MSP-3'], structure_id)`,
    );
  const courante = async ({ id }: Vue): Promise<Vue> => {
    const [ligne] = await banc.sousGraphe.interroger<{ id: string }>(
      `select id from parcours.orientation where statut = 'ENVOYEE' and diffusion = (select diffusion from parcours.orientation where id = '${id}')`,
    );
    return banc.lire(ligne?.id ?? "");
  };
  async function commencer(): Promise<Vue> {
    const [premiere, ...autres] = await banc.envoyer(TROIS, { mode: "CASCADE" });
    expect(autres).toEqual([]);
    if (premiere === undefined) throw new Error("nothing was sent");
    return premiere;
  }

  it("sollicite le suivant au refus, puis au silence, puis au désistement ; à la fin, le besoin redevient ouvert", async () => {
    const premiere = await commencer();
    expect(await chaine(premiere)).toEqual([{ structure_id: "MSP-1", statut: "ENVOYEE" }]);
    await banc.agir("refuser", premiere, MSP, ", motif: CAPACITE_ATTEINTE");
    const seconde = await courante(premiere);
    expect(seconde).toMatchObject({ besoin: { statut: "EN_ORIENTATION" }, relancesLe: [] });
    await banc.passer(Date.parse(seconde.repondreAvant));
    const troisieme = await courante(premiere);
    expect(Date.parse(troisieme.envoyeeLe)).toBe(Date.parse(seconde.repondreAvant));
    expect(Date.parse(troisieme.repondreAvant)).toBeGreaterThan(Date.parse(seconde.repondreAvant));
    await banc.agir("accepter", troisieme, destinataire("MSP-3"));
    await banc.agir("seDesister", { ...troisieme, version: 2 }, destinataire("MSP-3"), ", motif: USAGER_REFUSE");
    expect(await chaine(premiere)).toEqual([
      { structure_id: "MSP-1", statut: "REFUSEE" },
      { structure_id: "MSP-2", statut: "SANS_REPONSE" },
      { structure_id: "MSP-3", statut: "DESISTEE" },
    ]);
    expect((await banc.lire(premiere.id)).besoin?.statut).toBe("OUVERT");
  });

  it("s'arrête quand l'un accepte, et quand l'émetteur annule", async () => {
    const acceptee = await commencer();
    await banc.agir("accepter", acceptee, MSP);
    expect(await chaine(acceptee)).toEqual([{ structure_id: "MSP-1", statut: "ACCEPTEE" }]);
    const annulee = await commencer();
    await banc.agir("annuler", annulee, EQUIPE, ', motif: "trouvé ailleurs"');
    expect(await chaine(annulee)).toEqual([{ structure_id: "MSP-1", statut: "ANNULEE" }]);
    expect(
      await banc.sousGraphe.interroger(
        `select from parcours.cascade_en_attente where diffusion = (select diffusion from parcours.orientation where id = '${annulee.id}')`,
      ),
    ).toEqual([]);
  });

  it("ne montre à celui qui refuse ni le suivant ni la liste, et à blanc n'écrit rien", async () => {
    const premiere = await commencer();
    expect((await banc.agir("refuser", premiere, MSP, ", motif: AUTRE, aBlanc: true")).errors).toBeUndefined();
    expect(await chaine(premiere)).toEqual([{ structure_id: "MSP-1", statut: "ENVOYEE" }]);
    await banc.agir("refuser", premiere, MSP, ", motif: AUTRE");
    expect(await banc.lire((await courante(premiere)).id, MSP)).toBeNull();
  });

  it("ne sollicite qu'un suivant, quand le refus et l'échéance arrivent ensemble", async () => {
    for (let tour = 0; tour < 10; tour += 1) {
      const premiere = await commencer();
      const fin = Date.parse(premiere.repondreAvant);
      await Promise.all([
        banc.agir("refuser", premiere, MSP, ", motif: CAPACITE_ATTEINTE"),
        banc.passer(fin, 0),
        banc.passer(fin, 1),
      ]);
      const [avant, apres, ...autres] = await chaine(premiere);
      expect(avant?.statut).toMatch(/^(REFUSEE|SANS_REPONSE)$/);
      expect(apres).toEqual({ structure_id: "MSP-2", statut: "ENVOYEE" });
      expect(autres).toEqual([]);
    }
  });
});
