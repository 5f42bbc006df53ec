import type { Acteur } from "@coordination/server-kit";
import { expect } from "@jest/globals";
import { annuaireDuCercle, consentir, inviter, KINE_ID, lireCercle, muter, muterAvec } from "../cercles-de-test.ts";
import { AUTRE_EQUIPE, DEMANDEUR, EQUIPE, PASSANT, SANS_PORTEE } from "../dossiers-de-test.ts";
import { cle, destinataire, KINE, orienter, ouvrirBesoin } from "../orientations-de-test.ts";
import { saisie } from "../questions.ts";
import { ouvrirSousGraphe, type Reponse, type SousGrapheDeTest } from "../sous-graphe.ts";

/** A case in which every text that may be kept from someone is a word found nowhere else. */
export interface Scene {
  readonly sousGraphe: SousGrapheDeTest;
  readonly dossier: string;
  readonly besoin: string;
  /** Accepted by MSP-1, which has a basis. */
  readonly acceptee: string;
  /** Sent to MSP-2, which has one too and has not answered. */
  readonly envoyee: string;
  /** Accepted by MSP-4, which has none. */
  readonly sansFondement: string;
}

/** Everyone who may ask, by what they are to this case. */
export const ROLES: Readonly<Record<string, Acteur | null>> = {
  "l'équipe": EQUIPE,
  "une autre équipe": AUTRE_EQUIPE,
  "le demandeur": DEMANDEUR,
  "le destinataire qui a accepté, sur un consentement": destinataire("MSP-1"),
  "le destinataire qui n'a pas accepté": destinataire("MSP-2"),
  "le destinataire qui a accepté, sans fondement": destinataire("MSP-4"),
  "un membre du cercle": KINE,
  "un ancien membre du cercle": destinataire("MSP-3"),
  "un passant": PASSANT,
  "un éditeur sans portée": SANS_PORTEE,
  personne: null,
};

const reussie = <R extends Reponse>(reponse: R): R => {
  expect(reponse.errors).toBeUndefined();
  return reponse;
};

export async function ouvrirLaScene(): Promise<Scene> {
  const sousGraphe = await ouvrirSousGraphe(annuaireDuCercle, { parHttp: true });
  await sousGraphe.publierCommunes([["31555", "Toulouse", "31"]]);
  const besoin = await ouvrirBesoin(sousGraphe);
  const [ligne] = await sousGraphe.interroger<{ id: string; version: number }>(
    `select d.id, d.version from parcours.besoin b join parcours.dossier d on d.id = b.dossier_id where b.id = '${besoin.id}'`,
  );
  const dossier = ligne?.id ?? "";
  await remplirLeDossier(sousGraphe, dossier);
  await remplirLeCercle(sousGraphe, dossier);
  const envoyer = async (structureId: string, message: object = {}): Promise<string> => {
    const [courant] = await sousGraphe.interroger<{ version: number }>(
      `select version from parcours.besoin where id = '${besoin.id}'`,
    );
    const envoi = reussie(
      await orienter(sousGraphe, { id: besoin.id, version: courant?.version ?? 0 }, [structureId], {
        messageAnonyme: `anonyme pour ${structureId}`,
        ...message,
      }),
    );
    return (envoi.data as { orienter: { id: string }[] }).orienter[0]?.id ?? "";
  };
  const acceptee = await envoyer("MSP-1", { message: "Ancolie vous attend." });
  const envoyee = await envoyer("MSP-2");
  const sansFondement = await envoyer("MSP-4");
  const repondre = async (mutation: string, id: string, acteur: Acteur, reste = "") => {
    const [courante] = await sousGraphe.interroger<{ version: number }>(
      `select version from parcours.orientation where id = '${id}'`,
    );
    reussie(
      await sousGraphe.demander(
        `mutation($id: ID!, $version: Int!, $cle: ID!) { ${mutation}(orientationId: $id, version: $version, cleIdempotence: $cle${reste}) { id } }`,
        { id, version: courante?.version, cle: cle() },
        acteur,
      ),
    );
  };
  await repondre("demanderComplement", acceptee, destinataire("MSP-1"), ', question: "Question de bruyère ?"');
  await repondre("repondreComplement", acceptee, EQUIPE, ', reponse: "Réponse de glycine."');
  await repondre("accepter", acceptee, destinataire("MSP-1"));
  await repondre("terminer", acceptee, destinataire("MSP-1"), ', issue: REALISEE, synthese: "Synthèse de jacinthe."');
  await repondre("accepter", sansFondement, destinataire("MSP-4"));
  return { sousGraphe, dossier, besoin: besoin.id, acceptee, envoyee, sansFondement };
}

async function remplirLeDossier(sousGraphe: SousGrapheDeTest, parcoursId: string): Promise<void> {
  const version = async () =>
    (
      await sousGraphe.interroger<{ version: number }>(
        `select version from parcours.dossier where id = '${parcoursId}'`,
      )
    )[0]?.version ?? 0;
  reussie(await muterAvec(sousGraphe, "ajouterNote", `parcoursId: "${parcoursId}", texte: "note de lavande"`));
  reussie(
    await muter(sousGraphe, "ajouterBesoin", "AjouterBesoinInput", {
      parcoursId,
      libelle: "besoin de capucine",
      criteres: saisie,
    }),
  );
  reussie(
    await muter(sousGraphe, "enregistrerEvaluation", "EnregistrerEvaluationInput", {
      parcoursId,
      version: await version(),
      grille: "grille d'exemple",
      versionGrille: "1",
      realiseeLe: "2026-01-15",
      domaines: [{ domaine: "AIDANTS", niveau: "FORTE", constat: "constat de pivoine" }],
      synthese: "synthèse de sauge",
    }),
  );
  reussie(
    await muter(sousGraphe, "etablirPlan", "EtablirPlanInput", {
      parcoursId,
      version: await version(),
      objectifs: [{ repere: "1", libelle: "objectif de mélisse" }],
      actions: [{ objectif: "1", libelle: "action de muguet" }],
    }),
  );
  reussie(
    await muter(sousGraphe, "enregistrerConcertation", "EnregistrerConcertationInput", {
      parcoursId,
      le: "2026-11-01T09:00:00Z",
      participants: ["Dr Camélia"],
      decisions: "décision d'iris",
    }),
  );
}

async function remplirLeCercle(sousGraphe: SousGrapheDeTest, dossier: string): Promise<void> {
  reussie(await inviter(sousGraphe, dossier, { structureId: "MSP-3", role: "ancien de bleuet" }));
  const ancien = (await lireCercle(sousGraphe, dossier))?.cercle[0]?.id;
  const jour = new Date().toISOString().slice(0, 10);
  reussie(
    await muterAvec(sousGraphe, "mettreFinAuCercle", `parcoursId: "${dossier}", membreId: "${ancien}", le: "${jour}"`),
  );
  reussie(await inviter(sousGraphe, dossier, { professionnelId: KINE_ID }));
  reussie(await inviter(sousGraphe, dossier, { proche: "Proche Pervenche", role: "aidant" }));
  reussie(
    await consentir(sousGraphe, dossier, { destinataires: [{ structureId: "MSP-1" }, { structureId: "MSP-2" }] }),
  );
}
