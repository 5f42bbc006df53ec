import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type BancHorsDossier,
  CPTS,
  erreurDe,
  MEDECIN,
  ouvrirBancHorsDossier,
  SECRETARIAT,
} from "./banc-hors-dossier.ts";
import { muter } from "./cercles-de-test.ts";
import { lireHistoire, rejouer } from "./etats/rejouer.ts";
import { cle, destinataire } from "./orientations-de-test.ts";

let banc: BancHorsDossier;
beforeAll(async () => {
  banc = await ouvrirBancHorsDossier({ services: 2 });
});
afterAll(() => banc.fermer());

const STRUCTURES = Array.from({ length: 10 }, (_, rang) => `MSP-${rang + 1}`);

describe("Plusieurs à la fois, hors dossier, par deux processus", () => {
  it("trente acceptations d'une diffusion à dix : un seul l'emporte, les autres sont retirés et l'histoire le dit", async () => {
    const besoin = await banc.ajouter(MEDECIN);
    const envoyees = await banc.envoyer(besoin, STRUCTURES, {}, MEDECIN);
    const demandes = envoyees.flatMap((envoyee, rang) =>
      [0, 1, 2].map(() => banc.agir("accepter", envoyee, destinataire(`MSP-${rang + 1}`))),
    );
    const reponses = await Promise.all(demandes);
    expect(reponses.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    const codes = new Set(reponses.flatMap((reponse) => erreurDe(reponse)?.code ?? []));
    expect([...codes].filter((code) => code !== "RULE_NOT_MET" && code !== "VERSION_CONFLICT")).toEqual([]);
    const orientations = await banc.sousGraphe.interroger<{ id: string; statut: string }>(
      `select id, statut from parcours.orientation where besoin_id = '${besoin.id}'`,
    );
    expect(orientations.map(({ statut }) => statut).toSorted()).toEqual(["ACCEPTEE", ...Array(9).fill("RETIREE")]);
    const { histoire, aPublier } = await lireHistoire(banc.sousGraphe, await banc.cache(besoin));
    expect(aPublier).toEqual(histoire);
    expect(orientations.map(({ id }) => rejouer(histoire, id))).toEqual(orientations.map(({ statut }) => statut));
  });

  it("le professionnel et son secrétariat changent le même besoin : un seul, l'autre apprend la version courante", async () => {
    const besoin = await banc.ajouter(MEDECIN);
    const changer = (qui: typeof MEDECIN) =>
      muter(
        banc.sousGraphe,
        "modifierBesoin",
        "ModifierBesoinInput",
        { besoinId: besoin.id, version: 1, libelle: `vu par ${qui.sub}` },
        qui,
      );
    const reponses = await Promise.all([changer(MEDECIN), changer(SECRETARIAT)]);
    expect(reponses.map((reponse) => erreurDe(reponse)?.code).toSorted()).toEqual(["VERSION_CONFLICT", undefined]);
    expect(reponses.map((reponse) => erreurDe(reponse)?.versionCourante)).toContain(2);
  });

  it("dix fois la même demande sous la même clé n'ajoutent qu'un besoin", async () => {
    const sous = cle();
    const reponses = await Promise.all(Array.from({ length: 10 }, () => banc.tenter(CPTS, {}, sous)));
    const ids = reponses.flatMap(({ data }) => (data as { rendu: { id: string } } | null)?.rendu.id ?? []);
    expect(new Set(ids).size).toBe(1);
    expect(await banc.sousGraphe.interroger("select from parcours.dossier where dac_id = 'CPTS-1'")).toHaveLength(1);
  });
});
