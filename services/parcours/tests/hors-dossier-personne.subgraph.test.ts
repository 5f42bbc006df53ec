import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type BancHorsDossier,
  type Besoin,
  CPTS,
  erreurDe,
  ouvrirBancHorsDossier,
  POUR_LA_MSP,
  rendre,
} from "./banc-hors-dossier.ts";
import { muter } from "./cercles-de-test.ts";
import { DEMANDE, EQUIPE, PASSANT } from "./dossiers-de-test.ts";
import { destinataire, ouvrirBesoin } from "./orientations-de-test.ts";

let banc: BancHorsDossier;
beforeAll(async () => {
  banc = await ouvrirBancHorsDossier();
});
afterAll(() => banc.fermer());

const MSP = destinataire("MSP-1");

describe("La fiche de la personne d'un besoin hors dossier", () => {
  const modifier = (besoin: Besoin, usager: object, acteur = CPTS) =>
    muter(
      banc.sousGraphe,
      "modifierBesoin",
      "ModifierBesoinInput",
      { besoinId: besoin.id, version: besoin.version, usager },
      acteur,
      "version usager { identite { nomNaissance } }",
    );
  const RECTIFIEE = { ...DEMANDE.usager, nomNaissance: "ZEPHYRIN-EXEMPLE" };

  it("se rectifie par le porteur, en changeant le besoin", async () => {
    const besoin = await banc.ajouter();
    expect(rendre(await modifier(besoin, RECTIFIEE))).toEqual({
      version: 2,
      usager: { identite: { nomNaissance: "ZEPHYRIN-EXEMPLE" } },
    });
    expect(erreurDe(await modifier(besoin, RECTIFIEE))).toMatchObject({ code: "VERSION_CONFLICT" });
  });

  it("se refuse fausse, sur un besoin de dossier, et à qui ne le porte pas", async () => {
    const besoin = await banc.ajouter();
    expect(erreurDe(await modifier(besoin, { ...RECTIFIEE, prenoms: [] }))).toMatchObject({
      champ: "input.usager.prenoms",
    });
    expect(erreurDe(await modifier(besoin, RECTIFIEE, EQUIPE))).toMatchObject({ code: "NOT_FOUND" });
    expect(erreurDe(await modifier(await ouvrirBesoin(banc.sousGraphe), RECTIFIEE, EQUIPE))).toMatchObject({
      code: "BAD_USER_INPUT",
      champ: "input.usager",
    });
  });
});

describe("Le droit d'accès de la personne d'un besoin hors dossier", () => {
  const TRACES =
    "query($id: ID!, $after: String) { vu: tracesAccesHorsDossier(besoinId: $id, first: 1, after: $after) { edges { node { action objet acteur { structure { id } } } } pageInfo { endCursor hasNextPage } } }";
  const COPIE = "query($id: ID!) { vu: exporterHorsDossier(besoinId: $id) { contenu format } }";
  const lire = (question: string, id: string, acteur: Acteur, after: string | null = null) =>
    banc.sousGraphe.demander(question, { id, after }, acteur);
  const de = (structure: string) => ({ structure: { id: structure } });

  it("a une copie lisible de tout ce que l'on sait, et le journal de qui l'a lu, page par page", async () => {
    const besoin = await banc.ajouter();
    await banc.recueillir(besoin, POUR_LA_MSP);
    await banc.reussir("accepter", await banc.envoyerUne(besoin), MSP);
    const { vu } = (await lire(COPIE, besoin.id, CPTS)).data as { vu: { contenu: string; format: string } };
    expect(vu.format).toBe("application/json");
    expect(JSON.parse(vu.contenu)).toMatchObject({
      personne: { nomNaissance: "ZEPHIRIN-EXEMPLE", ins: { matricule: "299990199900103" } },
      besoins: [{ id: besoin.id }],
      orientations: [{ statut: "ACCEPTEE", structureId: "MSP-1" }],
      consentements: [{ statut: "DONNE" }],
    });
    const [orientation] = await banc.sousGraphe.interroger<{ id: string }>(
      `select id from parcours.orientation where besoin_id = '${besoin.id}'`,
    );
    await banc.lire("orientation", orientation?.id ?? "", "usager { identite { nomNaissance } }", MSP);
    const premiere = (await lire(TRACES, besoin.id, CPTS)).data as { vu: { pageInfo: { endCursor: string } } };
    expect(premiere.vu).toMatchObject({
      edges: [{ node: { action: "EXPORTER", objet: "BESOIN", acteur: de("CPTS-1") } }],
      pageInfo: { hasNextPage: true },
    });
    expect((await lire(TRACES, besoin.id, CPTS, premiere.vu.pageInfo.endCursor)).data?.vu).toMatchObject({
      edges: [{ node: { action: "LIRE", objet: "IDENTITE", acteur: de("MSP-1") } }],
      pageInfo: { hasNextPage: false },
    });
  });

  it("passe par le porteur seul : pour les autres, et pour un besoin de dossier, rien n'existe", async () => {
    const absent = "00000000-0000-4000-8000-000000000000";
    const deDossier = (await ouvrirBesoin(banc.sousGraphe)).id;
    const horsDossier = (await banc.ajouter()).id;
    for (const question of [TRACES, COPIE]) {
      for (const [id, acteur] of [
        [horsDossier, MSP],
        [horsDossier, EQUIPE],
        [horsDossier, PASSANT],
        [deDossier, EQUIPE],
        [deDossier, CPTS],
      ] as const) {
        const reponse = await lire(question, id, acteur);
        expect(erreurDe(reponse)).toMatchObject({ code: "NOT_FOUND", champ: "besoinId" });
        expect(reponse).toEqual(await lire(question, absent, acteur));
      }
    }
  });
});
