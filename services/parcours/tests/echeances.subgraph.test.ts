import { countStatements } from "@coordination/database";
import { ouvrirService } from "@coordination/server-kit";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parcoursService } from "../src/index.ts";
import { type BancDEcheances, ouvrirBancDEcheances, type Vue } from "./banc-d-echeances.ts";
import { annuaireDesDestinataires, destinataire } from "./orientations-de-test.ts";
import { SECRET } from "./sous-graphe.ts";

const UNE_SECONDE = 1_000;

let banc: BancDEcheances;
beforeAll(async () => {
  banc = await ouvrirBancDEcheances();
});
afterAll(() => banc.fermer());

const MSP = destinataire("MSP-1");

async function envoyerUne(): Promise<Vue & { moitie: number; fin: number }> {
  const [vue] = await banc.envoyer(["MSP-1"]);
  if (vue === undefined) throw new Error("nothing was sent");
  const [ligne] = await banc.sousGraphe.interroger<{ relancer_le: Date }>(
    `select relancer_le from parcours.orientation where id = '${vue.id}'`,
  );
  return { ...vue, moitie: ligne?.relancer_le.getTime() ?? 0, fin: Date.parse(vue.repondreAvant) };
}
/** What the story and the outbox hold of the case of this referral, since it was sent. */
const histoire = async (id: string): Promise<[string[], string[]]> => {
  const types = (table: string) =>
    banc.sousGraphe.interroger<{ type: string }>(
      `select e.type from parcours.${table} e join parcours.orientation o using (dossier_id) where o.id = '${id}' and e.type like 'ORIENTATION%' order by e.id`,
    );
  const [evenements, aPublier] = await Promise.all([types("evenement"), types("a_publier")]);
  return [evenements.map(({ type }) => type), aPublier.map(({ type }) => type)];
};

describe("L'échéance de réponse", () => {
  it("ne fait rien avant la moitié du délai, relance une fois à la moitié, et tient le silence pour une réponse à la fin", async () => {
    const envoyee = await envoyerUne();
    await banc.passer(envoyee.moitie - 1);
    expect(await banc.lire(envoyee.id)).toMatchObject({ statut: "ENVOYEE", relancesLe: [] });
    await banc.passer(envoyee.moitie);
    await banc.passer(envoyee.moitie + UNE_SECONDE);
    await banc.passer(envoyee.fin - 1);
    expect(await banc.lire(envoyee.id)).toMatchObject({
      statut: "ENVOYEE",
      version: 1,
      relancesLe: [new Date(envoyee.moitie).toISOString()],
      besoin: { statut: "EN_ORIENTATION" },
    });
    await banc.passer(envoyee.fin);
    await banc.passer(envoyee.fin + UNE_SECONDE);
    expect(await banc.lire(envoyee.id)).toMatchObject({
      statut: "SANS_REPONSE",
      version: 2,
      besoin: { statut: "OUVERT" },
    });
    const attendus = ["ORIENTATION_RELANCER", "ORIENTATION_ECHOIR"];
    expect(await histoire(envoyee.id)).toEqual([attendus, attendus]);
  });

  it("ne relance pas en retard ce qui est déjà échu", async () => {
    const { id, fin } = await envoyerUne();
    await banc.passer(fin);
    expect(await banc.lire(id)).toMatchObject({ statut: "SANS_REPONSE", relancesLe: [] });
  });

  it("se traite en peu d'énoncés", async () => {
    const { moitie, fin } = await envoyerUne();
    await banc.passer(moitie - 1);
    // The list; then who acts, the case and the referral held, the story and the outbox, the reminder.
    expect((await countStatements(() => banc.passer(moitie))).statements).toHaveLength(7);
    // The same, the state, the deadlines of the DAC, the next of the cascade, the need.
    expect((await countStatements(() => banc.passer(fin))).statements).toHaveLength(10);
    expect((await countStatements(() => banc.passer(fin))).statements).toHaveLength(1);
  });

  it.each([
    ["acceptée", "accepter", "", "ACCEPTEE"],
    ["refusée", "refuser", ", motif: CAPACITE_ATTEINTE", "REFUSEE"],
    ["mise en liste d'attente", "mettreEnListeAttente", ", delaiJours: 30", "EN_LISTE_ATTENTE"],
  ])("ne touche pas à l'orientation %s entre-temps", async (_cas, action, argument, statut) => {
    const envoyee = await envoyerUne();
    expect((await banc.agir(action, envoyee, MSP, argument)).errors).toBeUndefined();
    await banc.passer(envoyee.fin);
    expect(await banc.lire(envoyee.id)).toMatchObject({ statut, relancesLe: [] });
  });

  it("se fait une fois, à plusieurs processus qui passent ensemble", async () => {
    const envoyees = await Promise.all(Array.from({ length: 6 }, envoyerUne));
    const fin = Math.max(...envoyees.map((envoyee) => envoyee.fin));
    const passes = await Promise.all(Array.from({ length: 8 }, (_, rang) => banc.passer(fin, rang % 2)));
    expect(passes.reduce((total, { echues }) => total + echues, 0)).toBe(envoyees.length);
    for (const { id } of envoyees) expect(await histoire(id)).toEqual([["ORIENTATION_ECHOIR"], ["ORIENTATION_ECHOIR"]]);
  });

  it("et un refus au même instant : l'un des deux, jamais les deux", async () => {
    for (let tour = 0; tour < 10; tour += 1) {
      const envoyee = await envoyerUne();
      const [refus] = await Promise.all([
        banc.agir("refuser", envoyee, MSP, ", motif: CAPACITE_ATTEINTE"),
        banc.passer(envoyee.fin, 0),
        banc.passer(envoyee.fin, 1),
      ]);
      const refusee = refus.errors === undefined;
      expect((await banc.lire(envoyee.id)).statut).toBe(refusee ? "REFUSEE" : "SANS_REPONSE");
      if (!refusee) expect(refus.errors?.[0]?.extensions).toMatchObject({ code: "RULE_NOT_MET" });
      const attendus = [refusee ? "ORIENTATION_REFUSER" : "ORIENTATION_ECHOIR"];
      expect(await histoire(envoyee.id)).toEqual([attendus, attendus]);
    }
  });

  it("se fait d'elle-même dans chaque processus du service, une fois en tout", async () => {
    const { id, fin } = await envoyerUne();
    const ouvrir = () =>
      ouvrirService(parcoursService, {
        url: banc.sousGraphe.url,
        secret: SECRET,
        annuaire: annuaireDesDestinataires,
        logger: pino({ level: "silent" }),
        maintenant: () => new Date(fin),
      });
    const processus = await Promise.all([ouvrir(), ouvrir()]);
    for (const { travailler } of processus) travailler();
    // A service closes after the pass that it has begun.
    await Promise.all(processus.map(({ close }) => close()));
    expect((await banc.lire(id)).statut).toBe("SANS_REPONSE");
    expect(await histoire(id)).toEqual([["ORIENTATION_ECHOIR"], ["ORIENTATION_ECHOIR"]]);
  });

  it("d'une diffusion rouverte court de nouveau en entier", async () => {
    const [premiere, seconde] = await banc.envoyer(["MSP-1", "MSP-2"]);
    if (premiere === undefined || seconde === undefined) throw new Error("two were sent");
    await banc.sousGraphe.interroger(
      `update parcours.orientation set repondre_avant = '2026-01-01', relancer_le = null where id = '${seconde.id}'`,
    );
    await banc.agir("accepter", premiere, MSP);
    await banc.agir("seDesister", { ...premiere, version: 2 }, MSP, ", motif: DEJA_SUIVI");
    const rouverte = await banc.lire(seconde.id);
    expect(rouverte.statut).toBe("ENVOYEE");
    expect(Date.parse(rouverte.repondreAvant)).toBeGreaterThanOrEqual(Date.parse(seconde.repondreAvant));
  });
});
