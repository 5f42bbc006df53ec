import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  annuaireDuCercle,
  CERCLE,
  consentir,
  inviter,
  KINE_ID,
  lireCercle,
  muter,
  muterAvec,
} from "./cercles-de-test.ts";
import { AUTRE_EQUIPE, DEMANDEUR, EQUIPE } from "./dossiers-de-test.ts";
import { destinataire, dossierDuBesoin, KINE, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

const AUJOURDHUI = new Date().toISOString().slice(0, 10);
let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDuCercle);
});
afterAll(() => sousGraphe.fermer());

async function ouvrir(): Promise<string> {
  const besoin = await ouvrirBesoin(sousGraphe);
  return (await dossierDuBesoin(sousGraphe, besoin.id)).id;
}
const nommer = async (id: string, acteur: typeof EQUIPE) =>
  (
    await sousGraphe.demander(
      "query($id: ID!) { parcours(id: $id) { usager { identite { nomNaissance } } } }",
      { id },
      acteur,
    )
  ).data?.parcours;
const NOMMEE = { usager: { identite: { nomNaissance: "ZEPHIRIN-EXEMPLE" } } };

describe("Le cercle de soins", () => {
  it("ouvre le dossier à un membre tant que sa période dure, puis plus rien, et rien ne s'efface", async () => {
    const id = await ouvrir();
    expect(await nommer(id, KINE)).toBeNull();
    expect((await inviter(sousGraphe, id, { professionnelId: KINE_ID })).errors).toBeUndefined();
    expect(await nommer(id, KINE)).toEqual(NOMMEE);
    const liste = await sousGraphe.demander(
      "{ mesParcours(first: 10) { totalCount edges { node { id } } } }",
      {},
      KINE,
    );
    expect(liste.data).toEqual({ mesParcours: { totalCount: 1, edges: [{ node: { id } }] } });
    const [membre] = (await lireCercle(sousGraphe, id))?.cercle ?? [];
    expect(membre).toMatchObject({ professionnel: { id: KINE_ID }, fondement: "EQUIPE_DE_SOINS", jusquA: null });
    const fin = `parcoursId: "${id}", membreId: "${membre?.id}", le: "${AUJOURDHUI}"`;
    expect((await muterAvec(sousGraphe, "mettreFinAuCercle", fin, KINE)).errors?.[0]?.extensions?.code).toBe(
      "NOT_FOUND",
    );
    expect((await muterAvec(sousGraphe, "mettreFinAuCercle", fin)).errors).toBeUndefined();
    expect(await nommer(id, KINE)).toBeNull();
    expect((await lireCercle(sousGraphe, id))?.cercle).toMatchObject([
      { id: membre?.id, jusquA: expect.any(String), fondement: "SANS_DONNEE_NOMINATIVE" },
    ]);
    const encore = await muterAvec(sousGraphe, "mettreFinAuCercle", fin);
    expect(encore.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "membreId" });
  });

  it("n'ouvre rien avant le début d'une période, ni à qui la personne s'oppose", async () => {
    const id = await ouvrir();
    await inviter(sousGraphe, id, { structureId: "MSP-1", depuis: "2999-01-01T00:00:00Z" });
    expect(await nommer(id, destinataire("MSP-1"))).toBeNull();
    await inviter(sousGraphe, id, { structureId: "MSP-2" });
    expect(await nommer(id, destinataire("MSP-2"))).toEqual(NOMMEE);
    await consentir(sousGraphe, id, { nature: "NON_OPPOSITION", statut: "REFUSE" });
    expect(await nommer(id, destinataire("MSP-2"))).toBeNull();
    expect(await lireCercle(sousGraphe, id, destinataire("MSP-2"))).toBeNull();
  });

  it("compte un proche, dont le nom est chiffré, et qui n'est jamais de l'équipe de soins", async () => {
    const id = await ouvrir();
    await inviter(sousGraphe, id, { proche: "Adelphe Inventé", role: "fils" });
    expect((await lireCercle(sousGraphe, id))?.cercle).toMatchObject([
      { proche: "Adelphe Inventé", role: "fils", fondement: "SANS_DONNEE_NOMINATIVE" },
    ]);
    await consentir(sousGraphe, id);
    expect((await lireCercle(sousGraphe, id))?.cercle).toMatchObject([{ fondement: "CONSENTEMENT" }]);
    const lignes = await sousGraphe.interroger<object>("select * from parcours.membre_cercle");
    expect(JSON.stringify(lignes)).not.toContain("Adelphe");
  });

  it.each<[string, object, string, string]>([
    ["sans personne", {}, "BAD_USER_INPUT", "input"],
    ["avec deux à la fois", { professionnelId: KINE_ID, structureId: "MSP-1" }, "BAD_USER_INPUT", "input"],
    ["sans rôle", { structureId: "MSP-1", role: " " }, "BAD_USER_INPUT", "input.role"],
    ["d'un proche sans nom", { proche: " " }, "BAD_USER_INPUT", "input.proche"],
    ["d'un inconnu", { professionnelId: "889900000999" }, "NOT_FOUND", "input.professionnelId"],
    ["d'une structure inconnue", { structureId: "RIEN" }, "NOT_FOUND", "input.structureId"],
  ])("refuse une invitation %s", async (_cas, qui, code, champ) => {
    const { errors } = await inviter(sousGraphe, await ouvrir(), qui);
    expect(errors?.[0]?.extensions).toMatchObject({ code, champ });
  });

  it("refuse deux fois le même membre, et une fin avant le début", async () => {
    const id = await ouvrir();
    await inviter(sousGraphe, id, { structureId: "MSP-1" });
    expect((await inviter(sousGraphe, id, { structureId: "MSP-1" })).errors?.[0]?.extensions?.champ).toBe("input");
    const [membre] = (await lireCercle(sousGraphe, id))?.cercle ?? [];
    const fin = `parcoursId: "${id}", membreId: "${membre?.id}", le: "2025-12-31"`;
    expect((await muterAvec(sousGraphe, "mettreFinAuCercle", fin)).errors?.[0]?.extensions?.champ).toBe("le");
  });

  it("n'existe pas pour les autres, exactement comme celui d'un dossier qui n'existe pas", async () => {
    const id = await ouvrir();
    const absent = "00000000-0000-4000-8000-000000000000";
    const voulu = (parcoursId: string) => ({
      parcoursId,
      structureId: "MSP-1",
      role: "soins",
      depuis: "2026-01-01T00:00:00Z",
    });
    for (const acteur of [AUTRE_EQUIPE, KINE]) {
      expect(await muter(sousGraphe, "inviterAuCercle", "InviterAuCercleInput", voulu(id), acteur)).toEqual(
        await muter(sousGraphe, "inviterAuCercle", "InviterAuCercleInput", voulu(absent), acteur),
      );
    }
    expect(await lireCercle(sousGraphe, id, DEMANDEUR)).toEqual({ cercle: [], consentements: [] });
  });
});

describe("Les consentements", () => {
  it("disent qui, comment, envers qui, et restent écrits quand ils sont retirés", async () => {
    const id = await ouvrir();
    await consentir(sousGraphe, id, { destinataires: [{ structureId: "CPTS-1" }, { situationId: "SITUATION-KINE" }] });
    const [donne] = (await lireCercle(sousGraphe, id))?.consentements ?? [];
    expect(donne).toMatchObject({
      nature: "CONSENTEMENT_PREALABLE",
      statut: "DONNE",
      exprimePar: "PERSONNE",
      mode: "ORAL",
      retireLe: null,
      destinataires: [
        { structure: { id: "CPTS-1" }, situation: null },
        { structure: null, situation: { id: "SITUATION-KINE" } },
      ],
      recueilliPar: { libelle: "coordinatrice-dac" },
    });
    const retrait = `parcoursId: "${id}", consentementId: "${donne?.id}"`;
    expect((await muterAvec(sousGraphe, "retirerConsentement", retrait, EQUIPE, CERCLE)).data).toMatchObject({
      rendu: { consentements: [{ id: donne?.id, statut: "RETIRE", retireLe: expect.any(String) }] },
    });
    const encore = await muterAvec(sousGraphe, "retirerConsentement", retrait);
    expect(encore.errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", champ: "consentementId" });
  });

  it("ne viennent pas de la personne de confiance, et ne se retirent pas d'un autre dossier", async () => {
    const id = await ouvrir();
    const { errors } = await consentir(sousGraphe, id, { exprimePar: "PERSONNE_DE_CONFIANCE" });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.exprimePar" });
    await consentir(sousGraphe, id);
    const [donne] = (await lireCercle(sousGraphe, id))?.consentements ?? [];
    const ailleurs = `parcoursId: "${await ouvrir()}", consentementId: "${donne?.id}"`;
    expect((await muterAvec(sousGraphe, "retirerConsentement", ailleurs)).errors?.[0]?.extensions?.code).toBe(
      "NOT_FOUND",
    );
  });
});
