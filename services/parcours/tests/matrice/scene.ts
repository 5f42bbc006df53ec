import type { Acteur } from "@coordination/server-kit";
import { expect } from "vitest";
import { CPTS } from "../banc-hors-dossier.ts";
import { annuaireDuCercle, consentir, inviter, KINE_ID, lireCercle, muter, muterAvec } from "../cercles-de-test.ts";
import { AUTRE_EQUIPE, DEMANDE, DEMANDEUR, EQUIPE, PASSANT, SANS_PORTEE } from "../dossiers-de-test.ts";
import { cle, destinataire, dossierDuBesoin, KINE, orienter, ouvrirBesoin } from "../orientations-de-test.ts";
import { saisie } from "../questions.ts";
import { ouvrirAToulouse, type PorteDeTest, type Reponse, type SousGrapheDeTest } from "../sous-graphe.ts";

/** A case in which every text that may be kept from someone is a word found nowhere else. */
export interface Scene {
  readonly dossier: string;
  readonly besoin: string;
  /** Accepted by MSP-1, which has a basis. */
  readonly acceptee: string;
  /** Sent to MSP-2, which has one too and has not answered. */
  readonly envoyee: string;
  /** Accepted by MSP-4, which has none. */
  readonly sansFondement: string;
  /** A need of a CPTS, of nobody's case, for the same person; and what takes the place of its case. */
  readonly besoinHorsDossier: string;
  readonly dossierCache: string;
  /** The same as `acceptee` and `envoyee`, of this need. */
  readonly accepteeHorsDossier: string;
  readonly envoyeeHorsDossier: string;
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
  "le porteur d'un besoin hors dossier": CPTS,
  "une autre CPTS": destinataire("CPTS-2"),
  "un passant": PASSANT,
  "un éditeur sans portée": SANS_PORTEE,
  personne: null,
};

const reussie = <R extends Reponse>(reponse: R): R => {
  expect(reponse.errors).toBeUndefined();
  return reponse;
};

export interface SceneOuverte extends Scene {
  readonly sousGraphe: SousGrapheDeTest;
}

/** The scene, told to the subgraph alone. */
export async function ouvrirLaScene(): Promise<SceneOuverte> {
  const sousGraphe = await ouvrirAToulouse(annuaireDuCercle, { parHttp: true });
  return { sousGraphe, ...(await jouerLaScene(sousGraphe)) };
}

/** Tells the scene through this door. */
export async function jouerLaScene(sousGraphe: PorteDeTest): Promise<Scene> {
  const besoin = { ...(await ouvrirBesoin(sousGraphe)), porteur: EQUIPE };
  const { id: dossier } = await dossierDuBesoin(sousGraphe, besoin.id);
  await remplirLeDossier(sousGraphe, dossier);
  await remplirLeCercle(sousGraphe, dossier);
  await numeroter(sousGraphe, dossier);
  const envoyer = async (
    { id, porteur }: { readonly id: string; readonly porteur: Acteur },
    structureId: string,
    message: object = {},
  ): Promise<string> => {
    const [courant] = await sousGraphe.interroger<{ version: number }>(
      `select version from parcours.besoin where id = '${id}'`,
    );
    const version = courant?.version ?? 0;
    const texte = { messageAnonyme: `anonyme pour ${structureId}`, ...message };
    const envoi = reussie(await orienter(sousGraphe, { id, version }, [structureId], texte, porteur));
    return (envoi.data as { orienter: { id: string }[] }).orienter[0]?.id ?? "";
  };
  const ANCOLIE = { message: "Ancolie vous attend." };
  const horsDossier = { ...(await ajouterHorsDossier(sousGraphe)), porteur: CPTS };
  const acceptee = await envoyer(besoin, "MSP-1", ANCOLIE);
  const envoyee = await envoyer(besoin, "MSP-2");
  const sansFondement = await envoyer(besoin, "MSP-4");
  const accepteeHorsDossier = await envoyer(horsDossier, "MSP-1", ANCOLIE);
  const envoyeeHorsDossier = await envoyer(horsDossier, "MSP-2");
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
  const mener = async (id: string, porteur: Acteur): Promise<void> => {
    await repondre("demanderComplement", id, destinataire("MSP-1"), ', question: "Question de bruyère ?"');
    await repondre("repondreComplement", id, porteur, ', reponse: "Réponse de glycine."');
    await repondre("accepter", id, destinataire("MSP-1"));
    await repondre("terminer", id, destinataire("MSP-1"), ', issue: REALISEE, synthese: "Synthèse de jacinthe."');
  };
  await mener(acceptee, EQUIPE);
  await mener(accepteeHorsDossier, CPTS);
  await repondre("accepter", sansFondement, destinataire("MSP-4"));
  return {
    dossier,
    besoin: besoin.id,
    acceptee,
    envoyee,
    sansFondement,
    besoinHorsDossier: horsDossier.id,
    dossierCache: horsDossier.dossierCache,
    accepteeHorsDossier,
    envoyeeHorsDossier,
  };
}

/** A need of a CPTS for the same person, who consents to the same recipients. */
async function ajouterHorsDossier(
  sousGraphe: PorteDeTest,
): Promise<{ readonly id: string; readonly dossierCache: string }> {
  const { data } = reussie(
    await muter(
      sousGraphe,
      "ajouterBesoin",
      "AjouterBesoinInput",
      { usager: DEMANDE.usager, libelle: "besoin de capucine", criteres: saisie },
      CPTS,
    ),
  );
  const { id } = (data as { rendu: { id: string } }).rendu;
  reussie(
    await muter(
      sousGraphe,
      "recueillirConsentementHorsDossier",
      "RecueillirConsentementHorsDossierInput",
      {
        besoinId: id,
        nature: "CONSENTEMENT_PREALABLE",
        statut: "DONNE",
        exprimePar: "PERSONNE",
        mode: "ORAL",
        recueilliLe: "2026-01-01T00:00:00Z",
        destinataires: [{ structureId: "MSP-1" }, { structureId: "MSP-2" }],
      },
      CPTS,
    ),
  );
  const [ligne] = await sousGraphe.interroger<{ dossierCache: string }>(
    `select dossier_id as "dossierCache" from parcours.besoin where id = '${id}'`,
  );
  return { id, dossierCache: ligne?.dossierCache ?? "" };
}

async function remplirLeDossier(sousGraphe: PorteDeTest, parcoursId: string): Promise<void> {
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
  for (const [mutation, reste] of [
    ["validerPlan", ""],
    ["constaterObjectif", ', objectifId: "1", atteint: OUI'],
  ] as const) {
    const texte = `parcoursId: "${parcoursId}", version: ${await version()}${reste}`;
    reussie(await muterAvec(sousGraphe, mutation, texte));
  }
  reussie(
    await muter(sousGraphe, "enregistrerConcertation", "EnregistrerConcertationInput", {
      parcoursId,
      le: "2026-11-01T09:00:00Z",
      participants: ["Dr Camélia"],
      decisions: "décision d'iris",
    }),
  );
}

/** The numbers that the software of each side gives to the case. */
async function numeroter(sousGraphe: PorteDeTest, parcoursId: string): Promise<void> {
  const poser = (identifiant: string, acteur: Acteur) =>
    muterAvec(
      sousGraphe,
      "poserReferencesDuParcours",
      `parcoursId: "${parcoursId}", referencesExternes: [{ systeme: "LOGICIEL", identifiant: "${identifiant}" }]`,
      acteur,
    );
  reussie(await poser("jonquille", EQUIPE));
  reussie(await poser("narcisse", DEMANDEUR));
}

async function remplirLeCercle(sousGraphe: PorteDeTest, dossier: string): Promise<void> {
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
