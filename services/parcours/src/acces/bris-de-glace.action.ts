import { randomUUID } from "node:crypto";
import type { Sql } from "@coordination/database";
import { exigerPortee, interdit, introuvable, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../contexte.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import { type LigneDossier, noterEvenement, requireDossier } from "../dossier/dossier.repository.ts";
import { tenirDossier } from "../dossier/verrou.ts";
import { ecrireActeur } from "./acteur-ecrit.ts";
import { ecrireEnTantQue, PORTEE_ECRIRE } from "./session.ts";
import { tracer } from "./trace.ts";

const DUREE_MS = 3_600_000;
const MOTIF_MINIMUM = 10;
const MOTIF_MAXIMUM = 1_000;

/** Opens the case to this actor for a while; the DAC to warn, or null when there is no such case. */
async function briser(tx: Sql, dossierId: string, maintenant: Date): Promise<string | null> {
  await tenirDossier(tx, dossierId);
  const [ligne] = await tx.query<{ dacId: string | null }>(`select briser_la_glace($1, $2, $3, $4) as "dacId"`, [
    randomUUID(),
    dossierId,
    maintenant.toISOString(),
    new Date(maintenant.getTime() + DUREE_MS).toISOString(),
  ]);
  return ligne?.dacId ?? null;
}

/**
 * An exceptional access of one hour, for a professional with a reason: the register keeps it, the team is told. Returns the
 * case. Throws UNAUTHENTICATED, FORBIDDEN without an RPPS number, BAD_USER_INPUT without a reason, NOT_FOUND.
 */
export function accederEnBrisDeGlace(
  contexte: Contexte,
  { parcoursId, motif }: { readonly parcoursId: string; readonly motif: string },
  { cle, aBlanc }: Appel,
): Promise<LigneDossier> {
  const { acteur, maintenant } = contexte;
  if (exigerPortee(acteur, PORTEE_ECRIRE).rpps === null) throw interdit("un numéro RPPS");
  if (motif.trim().length < MOTIF_MINIMUM || motif.length > MOTIF_MAXIMUM) {
    throw saisieInvalide("motif", `Le motif compte de ${MOTIF_MINIMUM} à ${MOTIF_MAXIMUM} caractères.`);
  }
  const demande = { operation: "accederEnBrisDeGlace", cle, aBlanc, input: { parcoursId, motif } };
  return ecrireEnTantQue(contexte, demande, async (tx, lui) => {
    const dossierId = parcoursId.toLowerCase();
    const dacId = estIdentifiant(dossierId) ? await briser(tx, dossierId, maintenant) : null;
    if (dacId === null) throw introuvable("parcoursId", "Ce dossier n'existe pas.");
    const auteur = ecrireActeur(lui, lui.structures[0] ?? null);
    await tracer(tx, [
      {
        dossierId,
        acteur: auteur,
        action: "BRIS_DE_GLACE",
        objet: "DOSSIER",
        motif,
        brisDeGlace: true,
        le: maintenant.toISOString(),
      },
    ]);
    await noterEvenement(tx, {
      dossierId,
      type: "BRIS_DE_GLACE",
      acteur: auteur,
      resume: "Un accès exceptionnel est ouvert pour une heure ; le motif est au journal des accès.",
    });
    return requireDossier(tx, dossierId);
  });
}
