import { randomUUID } from "node:crypto";
import type { Sql } from "@coordination/database";
import { jourEnFrance, regleNonRemplie, saisieInvalide } from "@coordination/server-kit";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import type { Contexte } from "../contexte.ts";
import { echeancesPour } from "../delais/echeances-pour.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { DestinataireInput } from "./orientation.input.ts";
import { emporter, insererEchange, type LigneOrientation, rouvrirDiffusion } from "./orientation.repository.ts";
import type { IssueOrientation, MotifRefus } from "./orientation.type.ts";
import { repondre } from "./repondre.ts";
import { exigerSuggestion } from "./suggestion.ts";

/** Which referral, as the client read it. */
export interface SurLOrientation {
  readonly orientationId: string;
  readonly version: number;
}

const rien = async () => undefined;
const TEXTE_MAXIMUM = 2_000;

function exigerTexte(champ: string, texte: string): void {
  if (texte.trim() === "" || texte.length > TEXTE_MAXIMUM) {
    throw saisieInvalide(champ, `Le texte compte de 1 à ${TEXTE_MAXIMUM} caractères.`);
  }
}

/** The recipient has seen it. Throws as `repondre`. */
export const accuserReception = (contexte: Contexte, sur: SurLOrientation, appel: Appel): Promise<LigneOrientation> =>
  repondre(
    contexte,
    { operation: "accuserReception", action: "ACCUSER_RECEPTION", ...sur, input: null, ...appel },
    rien,
  );

/** What a recipient adds in words to an answer: one more exchange, that both sides read. */
interface Commentee extends SurLOrientation {
  readonly commentaire: string | null;
}

async function commenter(
  tx: Sql,
  orientationId: string,
  commentaire: string | null,
  auteur: ActeurEcrit,
): Promise<void> {
  if (commentaire !== null) await insererEchange(tx, { id: randomUUID(), orientationId, auteur, texte: commentaire });
}

function exigerCommentaire(commentaire: string | null): void {
  if (commentaire !== null) exigerTexte("commentaire", commentaire);
}

/**
 * The recipient agrees; in a broadcast the first wins, the others are withdrawn and told. Throws as `repondre`, BAD_USER_INPUT on
 * an empty comment.
 */
export function accepter(
  contexte: Contexte,
  { rendezVousLe, commentaire, ...sur }: Commentee & { readonly rendezVousLe: string | null },
  appel: Appel,
): Promise<LigneOrientation> {
  exigerCommentaire(commentaire);
  const input = commentaire === null ? rendezVousLe : { rendezVousLe, commentaire };
  return repondre(
    contexte,
    { operation: "accepter", action: "ACCEPTER", ...sur, input, ...appel },
    async (tx, { id }, auteur) => {
      const retirees = await emporter(tx, id);
      if (retirees === null) {
        throw regleNonRemplie({
          regle: "DIFFUSION_EMPORTEE",
          intitule: "Un autre destinataire de cet envoi a déjà accepté.",
          conditions: [{ code: "PREMIER", libelle: "aucun autre destinataire n'a accepté", verdict: "NON" }],
        });
      }
      await commenter(tx, id, commentaire, auteur);
      return { entrainees: { action: "RETIRER", ids: retirees }, ...(rendezVousLe === null ? {} : { rendezVousLe }) };
    },
  );
}

/**
 * The recipient refuses, with a coded reason, and may suggest somebody else. Throws as `repondre` and as `exigerSuggestion`,
 * BAD_USER_INPUT on an empty comment.
 */
export async function refuser(
  contexte: Contexte,
  {
    motif,
    suggestion,
    commentaire,
    ...sur
  }: Commentee & {
    readonly motif: MotifRefus;
    readonly suggestion: DestinataireInput | null;
  },
  appel: Appel,
): Promise<LigneOrientation> {
  exigerCommentaire(commentaire);
  const suggeree = await exigerSuggestion(contexte, sur.orientationId, suggestion);
  const input = commentaire === null && suggestion === null ? motif : { motif, commentaire, suggestion };
  return repondre(
    contexte,
    { operation: "refuser", action: "REFUSER", ...sur, input, ...appel },
    async (tx, { id }, auteur) => {
      await commenter(tx, id, commentaire, auteur);
      return { motifRefus: motif, ...(suggeree === null ? {} : { suggestion: suggeree }) };
    },
  );
}

/**
 * After agreeing, the recipient cannot: those of the broadcast who were pushed aside are asked again. Throws as `repondre`,
 * BAD_USER_INPUT on an empty comment.
 */
export function seDesister(
  contexte: Contexte,
  { motif, commentaire, ...sur }: Commentee & { readonly motif: MotifRefus },
  appel: Appel,
): Promise<LigneOrientation> {
  exigerCommentaire(commentaire);
  const input = commentaire === null ? motif : { motif, commentaire };
  return repondre(
    contexte,
    { operation: "seDesister", action: "SE_DESISTER", ...sur, input, ...appel },
    async (tx, { id, dacId, urgence, apercu: { departement } }, auteur) => {
      const echeances = await echeancesPour(tx, { dacId, urgence, departement }, contexte.maintenant);
      const rouvertes = await rouvrirDiffusion(tx, id, echeances);
      await commenter(tx, id, commentaire, auteur);
      return { motifRefus: motif, entrainees: { action: "ROUVRIR_DIFFUSION", ids: rouvertes } };
    },
  );
}

/** A question before answering. Throws as `repondre`, BAD_USER_INPUT on an empty text. */
export function demanderComplement(
  contexte: Contexte,
  { question, ...sur }: SurLOrientation & { readonly question: string },
  appel: Appel,
): Promise<LigneOrientation> {
  exigerTexte("question", question);
  return repondre(
    contexte,
    { operation: "demanderComplement", action: "DEMANDER_COMPLEMENT", ...sur, input: question, ...appel },
    async (tx, { id: orientationId }, auteur) => {
      await insererEchange(tx, { id: randomUUID(), orientationId, auteur, texte: question });
      return undefined;
    },
  );
}

/** The answer to it. Throws as `repondre`, BAD_USER_INPUT on an empty text. */
export function repondreComplement(
  contexte: Contexte,
  { reponse, ...sur }: SurLOrientation & { readonly reponse: string },
  appel: Appel,
): Promise<LigneOrientation> {
  exigerTexte("reponse", reponse);
  return repondre(
    contexte,
    { operation: "repondreComplement", action: "REPONDRE_COMPLEMENT", ...sur, input: reponse, ...appel },
    async (tx, { id: orientationId }, auteur) => {
      await insererEchange(tx, { id: randomUUID(), orientationId, auteur, texte: reponse });
      return undefined;
    },
  );
}

/** Later, and when. Throws as `repondre`, BAD_USER_INPUT on a delay that is none. */
export function mettreEnListeAttente(
  contexte: Contexte,
  { delaiJours, ...sur }: SurLOrientation & { readonly delaiJours: number | null },
  appel: Appel,
): Promise<LigneOrientation> {
  if (delaiJours !== null && delaiJours < 0) throw saisieInvalide("delaiJours", "Un délai ne se compte pas à rebours.");
  return repondre(
    contexte,
    { operation: "mettreEnListeAttente", action: "METTRE_EN_LISTE_ATTENTE", ...sur, input: delaiJours, ...appel },
    async () => (delaiJours === null ? {} : { delaiJours }),
  );
}

/** Care starts, today or on the day before that is given. Throws as `repondre`, BAD_USER_INPUT on a day to come or before the sending. */
export function demarrer(
  contexte: Contexte,
  { le, ...sur }: SurLOrientation & { readonly le: string | null },
  appel: Appel,
): Promise<LigneOrientation> {
  const priseEnChargeLe = le ?? contexte.aujourdhui;
  if (priseEnChargeLe > contexte.aujourdhui) throw saisieInvalide("le", "Ce jour n'est pas encore venu.");
  return repondre(
    contexte,
    { operation: "demarrerPriseEnCharge", action: "DEMARRER", ...sur, input: le, ...appel },
    async (_tx, { envoyeeLe }) => {
      if (priseEnChargeLe < jourEnFrance(new Date(envoyeeLe)))
        throw saisieInvalide("le", "La prise en charge ne commence pas avant l'envoi.");
      return { priseEnChargeLe };
    },
  );
}

/** The outcome; an expert's advice does not end without its summary. Throws as `repondre`, BAD_USER_INPUT without it. */
export const terminer = (
  contexte: Contexte,
  { issue, synthese, ...sur }: SurLOrientation & { readonly issue: IssueOrientation; readonly synthese: string | null },
  appel: Appel,
): Promise<LigneOrientation> =>
  repondre(
    contexte,
    { operation: "terminer", action: "TERMINER", ...sur, input: { issue, synthese }, ...appel },
    async (_tx, { nature }) => {
      if (nature === "AVIS_EXPERT" && (synthese ?? "").trim() === "") {
        throw saisieInvalide("synthese", "Un avis d'expert ne se termine qu'avec sa synthèse.");
      }
      return { issue, ...(synthese === null ? {} : { synthese }) };
    },
  );

/** The sender gives it up. Throws as `repondre`, BAD_USER_INPUT without a reason. */
export function annuler(
  contexte: Contexte,
  { motif, ...sur }: SurLOrientation & { readonly motif: string },
  appel: Appel,
): Promise<LigneOrientation> {
  exigerTexte("motif", motif);
  return repondre(contexte, { operation: "annuler", action: "ANNULER", ...sur, input: motif, ...appel }, rien);
}
