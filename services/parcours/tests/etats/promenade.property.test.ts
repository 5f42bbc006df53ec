import { type Database, openDatabase } from "@coordination/database";
import type { Acteur } from "@coordination/server-kit";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ActionDossier, FERMES, PASSAGES_DU_DOSSIER } from "../../src/dossier/etats.ts";
import { faireLesEcheances } from "../../src/echeance/faire-les-echeances.action.ts";
import { etatsSuivants } from "../../src/etats/table.ts";
import { PASSAGES_DE_L_ORIENTATION } from "../../src/orientation/etats.ts";
import { annuaireDuCercle, inviter, KINE_ID } from "../cercles-de-test.ts";
import { DEMANDE, DEMANDEUR } from "../dossiers-de-test.ts";
import { cle, orienter } from "../orientations-de-test.ts";
import { ouvrirAToulouse, type Reponse, type SousGrapheDeTest } from "../sous-graphe.ts";
import { chacun, verifierLeDossier, verifierLesOrientations } from "./exactitude.ts";
import {
  ACTIONS_DE_L_ORIENTATION,
  ACTIONS_DU_DOSSIER,
  type ActionDUnePersonne,
  agirSurLeDossier,
  agirSurLOrientation,
} from "./mutations.ts";
import { actionsOffertes, equipeDe, type Observation, observer } from "./observation.ts";
import { rejouer } from "./rejouer.ts";

let sousGraphe: SousGrapheDeTest;
let horloge: Database;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDuCercle);
  horloge = await openDatabase({ url: sousGraphe.url, schema: "parcours", applicationName: "horloge" });
});
afterAll(async () => {
  await horloge.close();
  await sousGraphe.fermer();
});

/** What a step remembers of the case: where it stood. The real one is the database, read after each step. */
interface Modele {
  vue: Observation;
}
type Pas = fc.AsyncCommand<Modele, SousGrapheDeTest, boolean>;

const NON_COMMENCEES = ["ENVOYEE", "RECUE", "COMPLEMENT_DEMANDE", "EN_LISTE_ATTENTE", "ACCEPTEE"];

/**
 * What the story gains, and that the outbox gains the same; every change of state is a passage of its table, and the story of each
 * referral leads exactly where it stands: nobody was withdrawn, asked again or cancelled without their event, nor twice.
 */
async function constater(modele: Modele): Promise<readonly string[]> {
  const avant = modele.vue;
  const apres = await observer(sousGraphe, avant.dossier.id);
  expect(apres.aPublier).toEqual(apres.histoire);
  expect(apres.histoire.slice(0, avant.histoire.length)).toEqual(avant.histoire);
  exigerPassage(PASSAGES_DU_DOSSIER, avant.dossier.statut, apres.dossier.statut);
  for (const orientation of avant.orientations) {
    const devenue = apres.orientations.find(({ id }) => id === orientation.id);
    exigerPassage(PASSAGES_DE_L_ORIENTATION, orientation.statut, devenue?.statut ?? "perdue");
  }
  const gagnantes = Map.groupBy(
    apres.orientations.filter(({ statut }) => ["ACCEPTEE", "PRISE_EN_CHARGE", "TERMINEE"].includes(statut)),
    ({ diffusion }) => diffusion,
  );
  for (const emportees of gagnantes.values()) expect(emportees).toHaveLength(1);
  const racontees = apres.orientations.map(({ id }) => [id, rejouer(apres.histoire, id)]);
  expect(racontees).toEqual(apres.orientations.map(({ id, statut }) => [id, statut]));
  if (FERMES.has(apres.dossier.statut))
    for (const { statut } of apres.orientations) expect(NON_COMMENCEES).not.toContain(statut);
  modele.vue = apres;
  return apres.histoire.slice(avant.histoire.length).map(({ type }) => type);
}

type Table = Parameters<typeof etatsSuivants<string, string, string>>[0][];
function exigerPassage(table: Readonly<Table>, avant: string, apres: string): void {
  if (avant === apres) return;
  const suivants = table.filter(({ de }) => de.includes(avant)).flatMap((passage) => etatsSuivants(passage, avant));
  expect([avant, suivants]).toEqual([avant, expect.arrayContaining([apres])]);
}

const nommes = ({ errors }: Reponse): void => {
  for (const { extensions } of errors ?? [])
    expect(["NOT_FOUND", "RULE_NOT_MET", "BAD_USER_INPUT", "FORBIDDEN"]).toContain(extensions?.code);
};
const prendre = <T>(liste: readonly T[], rang: number): T => {
  const pris = liste[rang % liste.length];
  if (pris === undefined) throw new Error("nothing to draw from");
  return pris;
};

/** An action on the case, most often one that is offered: what is offered is accepted, what is not is refused. */
const surLeDossier = (tirage: number, parmiOffertes: boolean, qui: number, issues: number): Pas => ({
  check: () => true,
  toString: () => `dossier(${tirage}, ${parmiOffertes}, ${qui}, ${issues})`,
  run: async (modele) => {
    const { vue } = modele;
    const acteur = parmiOffertes ? equipeDe(vue) : prendre(chacun(vue), qui)[1];
    const offertes = (await actionsOffertes(sousGraphe, { ...vue, orientations: [] }, acteur)).dossier ?? [];
    const action = prendre(
      parmiOffertes && offertes.length > 0 ? offertes : ACTIONS_DU_DOSSIER,
      tirage,
    ) as ActionDossier;
    const issue = prendre(issuesDe(action, vue.dossier.statut), issues);
    const reponse = await agirSurLeDossier(sousGraphe, action, vue.dossier, { acteur, ...(issue && { issue }) });
    if (reponse === undefined) return;
    nommes(reponse);
    const gagne = await constater(modele);
    if (reponse.errors === undefined) expect(gagne.filter((type) => type === action)).toHaveLength(1);
    else expect(gagne).toEqual([]);
    if (offertes.includes(action)) expect(reponse.errors).toBeUndefined();
  },
});
/** The ways that an action leaves open in this state; the empty one when there is no choice. */
const issuesDe = (action: ActionDossier, statut: string): readonly string[] => {
  const passage = PASSAGES_DU_DOSSIER.find(
    (un) => un.action === action && (un.de as readonly string[]).includes(statut),
  );
  return passage !== undefined && passage.vers !== null && typeof passage.vers === "object"
    ? Object.keys(passage.vers)
    : [""];
};

/** The same on a referral. */
const surUneOrientation = (laquelle: number, tirage: number, parmiOffertes: boolean, qui: number): Pas => ({
  check: ({ vue }) => vue.orientations.length > 0,
  toString: () => `orientation(${laquelle}, ${tirage}, ${parmiOffertes}, ${qui})`,
  run: async (modele) => {
    const { vue } = modele;
    const orientation = prendre(vue.orientations, laquelle);
    const [, acteur]: readonly [string, Acteur] = prendre(chacun({ ...vue, orientations: [orientation] }), qui);
    const offertes = (await actionsOffertes(sousGraphe, { ...vue, orientations: [orientation] }, acteur))
      .orientations[0];
    const parmi = parmiOffertes && offertes && offertes.length > 0 ? offertes : ACTIONS_DE_L_ORIENTATION;
    const action = prendre(parmi, tirage) as ActionDUnePersonne;
    const reponse = await agirSurLOrientation(sousGraphe, action, orientation, { acteur });
    nommes(reponse);
    const gagne = await constater(modele);
    const acceptee = reponse.errors === undefined;
    expect([action, acceptee]).toEqual([action, offertes?.includes(action) ?? false]);
    expect(gagne.filter((type) => type === `ORIENTATION_${action}`)).toHaveLength(acceptee ? 1 : 0);
    if (!acceptee) expect(gagne).toEqual([]);
  },
});

/** The need of the case goes to three at once, for care or for an expert's advice. */
const diffuser = (nature: string, mode: string): Pas => ({
  check: ({ vue }) => vue.dossier.besoin !== null && vue.orientations.length < 8,
  toString: () => `diffuser(${nature}, ${mode})`,
  run: async (modele) => {
    const { dossier } = modele.vue;
    if (dossier.besoin === null || dossier.dacId !== "DAC-A") return;
    const reponse = await orienter(sousGraphe, dossier.besoin, ["MSP-1", "MSP-2", "MSP-3"], { nature, mode });
    nommes(reponse);
    expect(await constater(modele)).toEqual(reponse.errors === undefined ? ["ORIENTER"] : []);
  },
});

/** The clock passes, long after every deadline. */
const attendre: Pas = {
  check: ({ vue }) => vue.orientations.length > 0,
  toString: () => "attendre",
  run: async (modele) => {
    await faireLesEcheances(horloge, new Date("2999-01-01T00:00:00Z"));
    // People still act today: a referral that a cascade sent then could not be begun before it was sent.
    await sousGraphe.interroger("update parcours.orientation set envoyee_le = now() where envoyee_le > now()");
    const avant = modele.vue.orientations.filter(({ statut }) => statut === "SANS_REPONSE").length;
    const gagne = await constater(modele);
    const echues = modele.vue.orientations.filter(({ statut }) => statut === "SANS_REPONSE").length - avant;
    expect(gagne.filter((type) => type === "ORIENTATION_ECHOIR")).toHaveLength(echues);
    for (const type of gagne) expect(["ORIENTATION_ECHOIR", "ORIENTATION_SUIVANTE"]).toContain(type);
  },
};

const tirage = fc.nat(1_000);
const souventVrai = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
const promenade = fc.commands<Modele, SousGrapheDeTest, boolean>(
  [
    fc.tuple(tirage, souventVrai, tirage, tirage).map((pas) => surLeDossier(...pas)),
    fc.tuple(tirage, tirage, souventVrai, tirage).map((pas) => surUneOrientation(...pas)),
    fc.tuple(tirage, tirage, fc.constant(true), tirage).map((pas) => surUneOrientation(...pas)),
    fc
      .tuple(fc.constantFrom("PRISE_EN_CHARGE", "AVIS_EXPERT"), fc.constantFrom("DIFFUSION", "CASCADE"))
      .map((pas) => diffuser(...pas)),
    fc.constant(attendre),
  ],
  { maxCommands: 24, size: "+1" },
);

describe("Une promenade dans les tables d'états", () => {
  it("ne trouve ni action offerte puis refusée, ni passage imprévu, ni événement perdu ou double, ni impasse", async () => {
    await fc.assert(
      fc.asyncProperty(promenade, async (pas) => {
        await fc.asyncModelRun(async () => ({ model: { vue: await ouvrir() }, real: sousGraphe }), pas);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it("s'arrête où que ce soit, et chacun y voit exactement ce qui lui est permis", async () => {
    await fc.assert(
      fc.asyncProperty(promenade, async (pas) => {
        const modele = { vue: await ouvrir() };
        await fc.asyncModelRun(async () => ({ model: modele, real: sousGraphe }), pas);
        await verifierLeDossier(sousGraphe, modele.vue);
        await verifierLesOrientations(sousGraphe, { ...modele.vue, orientations: modele.vue.orientations.slice(-3) });
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

/** A case that may be sent, with a need. */
async function ouvrir(): Promise<Observation> {
  const { data } = await sousGraphe.demander(
    "mutation($input: DemanderAppuiInput!, $cle: ID!) { demanderAppui(input: $input, cleIdempotence: $cle) { id } }",
    { input: DEMANDE, cle: cle() },
    DEMANDEUR,
  );
  const { id } = (data as { demanderAppui: { id: string } }).demanderAppui;
  for (const action of ["CONSENTIR", "QUALIFIER", "AJOUTER_BESOIN"] as const) {
    const vue = await observer(sousGraphe, id);
    const reponse = await agirSurLeDossier(sousGraphe, action, vue.dossier, { acteur: equipeDe(vue) });
    expect(reponse?.errors).toBeUndefined();
  }
  await inviter(sousGraphe, id, { professionnelId: KINE_ID });
  return observer(sousGraphe, id);
}
