import { openDatabase } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ActionDossier,
  PASSAGES_DU_DOSSIER,
  STATUTS_DU_DOSSIER,
  type StatutParcours,
} from "../../src/dossier/etats.ts";
import { faireLesEcheances } from "../../src/echeance/faire-les-echeances.action.ts";
import { STATUTS_DE_L_ORIENTATION, type StatutOrientation } from "../../src/orientation/etats.ts";
import { annuaireDuCercle, inviter, KINE_ID } from "../cercles-de-test.ts";
import { DEMANDE, DEMANDEUR, EQUIPE } from "../dossiers-de-test.ts";
import { cle, destinataire, dossierDuBesoin, orienter, ouvrirBesoin } from "../orientations-de-test.ts";
import { ouvrirAToulouse, type SousGrapheDeTest } from "../sous-graphe.ts";
import { verifierLeDossier, verifierLesOrientations } from "./exactitude.ts";
import { type ActionDUnePersonne, agirSurLeDossier, agirSurLOrientation } from "./mutations.ts";
import { type Observation, observer } from "./observation.ts";

let sousGraphe: SousGrapheDeTest;
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDuCercle);
});
afterAll(() => sousGraphe.fermer());

type Pas = readonly [action: ActionDossier, issue: string | undefined];
/** The shortest way of the table to this state, from the demand. */
function cheminVers(voulu: StatutParcours): readonly Pas[] {
  const chemins = new Map<StatutParcours, readonly Pas[]>([["DEMANDE_RECUE", []]]);
  for (const [etat, chemin] of chemins) {
    for (const { action, vers } of PASSAGES_DU_DOSSIER.filter(({ de }) => de.includes(etat))) {
      const suites =
        vers === null ? [] : typeof vers === "string" ? [[undefined, vers] as const] : Object.entries(vers);
      for (const [issue, suivant] of suites)
        if (!chemins.has(suivant)) chemins.set(suivant, [...chemin, [action, issue]]);
    }
  }
  return chemins.get(voulu) ?? [];
}

async function faire(id: string, action: ActionDossier, issue?: string): Promise<void> {
  const { dossier } = await observer(sousGraphe, id);
  const reponse = await agirSurLeDossier(sousGraphe, action, dossier, { acteur: EQUIPE, ...(issue && { issue }) });
  expect(reponse?.errors).toBeUndefined();
}

async function demander(): Promise<string> {
  const { data } = await sousGraphe.demander(
    "mutation($input: DemanderAppuiInput!, $cle: ID!) { demanderAppui(input: $input, cleIdempotence: $cle) { id } }",
    { input: DEMANDE, cle: cle() },
    DEMANDEUR,
  );
  const { id } = (data as { demanderAppui: { id: string } }).demanderAppui;
  await faire(id, "CONSENTIR");
  return id;
}

describe("Dans chaque état du dossier, chacun se voit proposer exactement ce que les mutations acceptent", () => {
  it.each([...STATUTS_DU_DOSSIER])("%s", async (statut) => {
    const id = await demander();
    await verifierEnChemin(id, cheminVers(statut));
    expect((await observer(sousGraphe, id)).dossier.statut).toBe(statut);
  });

  /** A plan comes from an evaluation: the state is looked at before it, and after. */
  async function verifierEnChemin(id: string, chemin: readonly Pas[]): Promise<void> {
    for (const [action, issue] of chemin) {
      if (action === "ETABLIR_PLAN") await faire(id, "EVALUER");
      await faire(id, action, issue);
    }
    await verifierLeDossier(sousGraphe, await observer(sousGraphe, id));
    const { dossier } = await observer(sousGraphe, id);
    if (dossier.statut !== "EN_EVALUATION") return;
    await faire(id, "EVALUER");
    await faire(id, "AJOUTER_BESOIN");
    await inviter(sousGraphe, id, { professionnelId: KINE_ID });
    await verifierLeDossier(sousGraphe, await observer(sousGraphe, id));
  }
});

describe("Dans chaque état de l'orientation, chacun se voit proposer exactement ce que les mutations acceptent", () => {
  type Etape = readonly [rang: number, action: ActionDUnePersonne | "ECHOIR"];
  /** How the first of a sending to two reaches each state; the second is the one who may win. */
  const ETAPES: Readonly<Record<StatutOrientation, readonly Etape[]>> = {
    ENVOYEE: [],
    RECUE: [[0, "ACCUSER_RECEPTION"]],
    COMPLEMENT_DEMANDE: [[0, "DEMANDER_COMPLEMENT"]],
    EN_LISTE_ATTENTE: [[0, "METTRE_EN_LISTE_ATTENTE"]],
    ACCEPTEE: [[0, "ACCEPTER"]],
    PRISE_EN_CHARGE: [
      [0, "ACCEPTER"],
      [0, "DEMARRER"],
    ],
    TERMINEE: [
      [0, "ACCEPTER"],
      [0, "TERMINER"],
    ],
    REFUSEE: [[0, "REFUSER"]],
    RETIREE: [[1, "ACCEPTER"]],
    DESISTEE: [
      [0, "ACCEPTER"],
      [0, "SE_DESISTER"],
    ],
    ANNULEE: [[0, "ANNULER"]],
    SANS_REPONSE: [[0, "ECHOIR"]],
  };
  const PAR_L_EQUIPE = new Set<string>(["ANNULER", "REORIENTER", "CONVERTIR", "REPONDRE_COMPLEMENT"]);

  async function avancer(id: string, [rang, action]: Etape): Promise<void> {
    const orientation = await celle(id, rang);
    if (action === "ECHOIR") {
      const database = await openDatabase({ url: sousGraphe.url, schema: "parcours", applicationName: "horloge" });
      await faireLesEcheances(database, new Date("2999-01-01T00:00:00Z"));
      return database.close();
    }
    const acteur = PAR_L_EQUIPE.has(action) ? EQUIPE : destinataire(orientation.structureId);
    expect((await agirSurLOrientation(sousGraphe, action, orientation, { acteur })).errors).toBeUndefined();
  }
  async function celle(id: string, rang: number): Promise<Observation["orientations"][number]> {
    const { orientations } = await observer(sousGraphe, id);
    const trouvee = orientations.find(({ structureId }) => structureId === `MSP-${rang + 1}`);
    if (trouvee === undefined) throw new Error("this one was not sent");
    return trouvee;
  }

  async function envoyer(nature: string): Promise<string> {
    const besoin = await ouvrirBesoin(sousGraphe);
    expect((await orienter(sousGraphe, besoin, ["MSP-1", "MSP-2"], { nature })).errors).toBeUndefined();
    return (await dossierDuBesoin(sousGraphe, besoin.id)).id;
  }

  it.each([
    ...STATUTS_DE_L_ORIENTATION.map((statut) => [statut, "PRISE_EN_CHARGE"] as const),
    ["TERMINEE", "AVIS_EXPERT"] as const,
    ["REFUSEE", "AVIS_EXPERT"] as const,
  ])("%s, pour %s", async (statut, nature) => {
    const id = await envoyer(nature);
    for (const etape of ETAPES[statut]) await avancer(id, etape);
    const premiere = await celle(id, 0);
    expect(premiere.statut).toBe(statut);
    await verifierLesOrientations(sousGraphe, { ...(await observer(sousGraphe, id)), orientations: [premiere] });
  });

  it("et quand un autre destinataire du même envoi a donné son avis", async () => {
    const id = await envoyer("AVIS_EXPERT");
    await avancer(id, [0, "REFUSER"]);
    await avancer(id, [0, "REORIENTER"]);
    await avancer(id, [1, "ACCEPTER"]);
    await verifierLesOrientations(sousGraphe, await observer(sousGraphe, id));
  });
});
