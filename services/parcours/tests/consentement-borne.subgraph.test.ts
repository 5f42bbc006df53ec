import { type Database, openDatabase } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { direLesTermes } from "../src/echeance/dire-les-termes.action.ts";
import { travailDesEcheances } from "../src/echeance/travail.ts";
import { annuaireDuCercle, consentir, inviter, muterAvec } from "./cercles-de-test.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { cle, destinataire, dossierDuBesoin, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "./sous-graphe.ts";

const MSP = destinataire("MSP-1");
const POUR_MSP = { destinataires: [{ structureId: "MSP-1" }] };
const DANS_UN_AN = new Date(Date.now() + 365 * 86_400_000);

let sousGraphe: SousGrapheDeTest;
/** Two processes of the service. */
let bases: Database[];
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDuCercle);
  const ouvrir = () => openDatabase({ url: sousGraphe.url, schema: "parcours", applicationName: "horloge" });
  bases = await Promise.all([ouvrir(), ouvrir()]);
});
afterAll(async () => {
  for (const base of bases) await base.close();
  await sousGraphe.fermer();
});

/** A case whose person has said these things in turn, and a referral that MSP-1 has accepted with a message. */
async function confier(...paroles: object[]) {
  const besoin = await ouvrirBesoin(sousGraphe);
  const { id: dossierId } = await dossierDuBesoin(sousGraphe, besoin.id);
  for (const parole of paroles) expect((await consentir(sousGraphe, dossierId, parole)).errors).toBeUndefined();
  const { data, errors } = await orienter(sousGraphe, besoin, ["MSP-1"]);
  expect(errors).toBeUndefined();
  const id = (data as { orienter: { id: string }[] }).orienter[0]?.id ?? "";
  await sousGraphe.demander(
    "mutation($id: ID!, $cle: ID!) { accepter(orientationId: $id, version: 1, cleIdempotence: $cle) { statut } }",
    { id, cle: cle() },
    MSP,
  );
  return { id, dossierId };
}
const borne = { ...POUR_MSP, valableJusquAu: DANS_UN_AN.toISOString() };
/** Their ends come, to the millisecond: what is written and what time it is are the database's. */
const atteindreLeTerme = (dossierId: string) =>
  sousGraphe.interroger(
    `update parcours.consentement set valable_jusqu_au = now() where dossier_id = '${dossierId}' and valable_jusqu_au is not null`,
  );
const lire = async (id: string, acteur: Acteur) =>
  (
    await sousGraphe.demander(
      "query($id: ID!) { orientation(id: $id) { fondement usager { identite { nomNaissance } } } }",
      { id },
      acteur,
    )
  ).data?.orientation;
const NOMMEE = { fondement: "CONSENTEMENT", usager: { identite: { nomNaissance: "ZEPHIRIN-EXEMPLE" } } };
const RIEN = { fondement: "SANS_DONNEE_NOMINATIVE", usager: null };
async function statuts(dossierId: string): Promise<[string, string | null][]> {
  const { data } = await sousGraphe.demander(
    "query($id: ID!) { parcours(id: $id) { consentements { statut valableJusquAu } } }",
    { id: dossierId },
    EQUIPE,
  );
  return (
    data as { parcours: { consentements: { statut: string; valableJusquAu: string | null }[] } }
  ).parcours.consentements.map(({ statut, valableJusquAu }) => [statut, valableJusquAu]);
}
/** How often the story, and the outbox, say that a consent ended. */
async function fois(dossierId: string): Promise<number[]> {
  const dans = async (table: string) =>
    (
      await sousGraphe.interroger(
        `select from parcours.${table} where dossier_id = '${dossierId}' and type = 'CONSENTEMENT_EXPIRER'`,
      )
    ).length;
  return [await dans("evenement"), await dans("a_publier")];
}
const passer = (instant: Date, rang = 0) => {
  const base = bases[rang];
  if (base === undefined) throw new Error("this process is not open");
  return direLesTermes(base, instant);
};

describe("Un consentement qui a un terme", () => {
  it.each<[string, object, string]>([
    ["un terme passé", { valableJusquAu: new Date(Date.now() - 1_000).toISOString() }, "input.valableJusquAu"],
    ["un refus", { statut: "REFUSE", valableJusquAu: DANS_UN_AN.toISOString() }, "input.valableJusquAu"],
    ["un statut EXPIRE", { statut: "EXPIRE" }, "input.statut"],
  ])("ne se recueille pas avec %s", async (_cas, ecart, champ) => {
    const { dossierId } = await confier();
    const { errors } = await consentir(sousGraphe, dossierId, { ...POUR_MSP, ...ecart });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", champ });
    expect(await statuts(dossierId)).toEqual([]);
  });

  it("permet de lire jusque-là, et plus à son heure, sans que l'horloge du service ait passé", async () => {
    const { id, dossierId } = await confier(borne);
    expect(await lire(id, MSP)).toEqual(NOMMEE);
    expect(await statuts(dossierId)).toEqual([["DONNE", DANS_UN_AN.toISOString()]]);
    await atteindreLeTerme(dossierId);
    const traces = () => sousGraphe.interroger(`select from parcours.trace_acces where acteur ->> 'sub' = 'de-MSP-1'`);
    const avant = await traces();
    expect(await lire(id, MSP)).toEqual(RIEN);
    expect(await traces()).toHaveLength(avant.length);
    expect(await statuts(dossierId)).toEqual([["EXPIRE", expect.any(String)]]);
    expect(await fois(dossierId)).toEqual([0, 0]);
    expect(await lire(id, EQUIPE)).toMatchObject({ usager: NOMMEE.usager });
  });

  it("ne fait revivre aucun accord d'avant lui, et n'empêche pas le suivant", async () => {
    const { id, dossierId } = await confier(POUR_MSP, { ...borne, recueilliLe: "2026-02-01T00:00:00Z" });
    await atteindreLeTerme(dossierId);
    expect(await lire(id, MSP)).toEqual(RIEN);
    await consentir(sousGraphe, dossierId, { ...POUR_MSP, recueilliLe: "2026-03-01T00:00:00Z" });
    expect(await lire(id, MSP)).toEqual(NOMMEE);
  });

  it("n'ôte rien à l'équipe de soins, à qui la personne ne s'est pas opposée", async () => {
    const { id, dossierId } = await confier(borne);
    await inviter(sousGraphe, dossierId, { structureId: "MSP-1" });
    await atteindreLeTerme(dossierId);
    expect(await lire(id, MSP)).toEqual({ ...NOMMEE, fondement: "EQUIPE_DE_SOINS" });
  });

  it("ne se retire plus une fois passé", async () => {
    const { dossierId } = await confier(borne);
    await atteindreLeTerme(dossierId);
    const [ligne] = await sousGraphe.interroger<{ id: string }>(
      `select id from parcours.consentement where dossier_id = '${dossierId}'`,
    );
    const { errors } = await muterAvec(
      sousGraphe,
      "retirerConsentement",
      `parcoursId: "${dossierId}", consentementId: "${ligne?.id}"`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND", champ: "consentementId" });
  });
});

describe("Le terme d'un consentement, dans l'histoire", () => {
  it("est dit une fois, à son heure, quel que soit le nombre de processus et de passes", async () => {
    const { dossierId } = await confier(borne);
    await passer(new Date(DANS_UN_AN.getTime() - 1));
    expect(await fois(dossierId)).toEqual([0, 0]);
    const version = () => sousGraphe.interroger(`select version from parcours.dossier where id = '${dossierId}'`);
    const avant = await version();
    const dits = await Promise.all([0, 1, 0, 1].map((rang) => passer(DANS_UN_AN, rang)));
    await passer(new Date(DANS_UN_AN.getTime() + 1_000));
    expect(dits.reduce((somme, nombre) => somme + nombre, 0)).toBe(1);
    expect(await fois(dossierId)).toEqual([1, 1]);
    expect(await version()).toEqual(avant);
  });

  it("n'est pas dit de ce qui a été retiré avant, ni de ce qui n'en a pas", async () => {
    const { dossierId } = await confier(borne, POUR_MSP);
    const [ligne] = await sousGraphe.interroger<{ id: string }>(
      `select id from parcours.consentement where dossier_id = '${dossierId}' and valable_jusqu_au is not null`,
    );
    const retrait = `parcoursId: "${dossierId}", consentementId: "${ligne?.id}"`;
    expect((await muterAvec(sousGraphe, "retirerConsentement", retrait)).errors).toBeUndefined();
    await passer(new Date(DANS_UN_AN.getTime() + 1_000));
    expect(await fois(dossierId)).toEqual([0, 0]);
  });

  it("est dit par le travail du service, à l'heure que lui donne son horloge", async () => {
    const { dossierId } = await confier(borne);
    const [database] = bases;
    if (database === undefined) throw new Error("this process is not open");
    await travailDesEcheances.passer({ database, maintenant: () => DANS_UN_AN } as never);
    expect(await fois(dossierId)).toEqual([1, 1]);
  });
});
