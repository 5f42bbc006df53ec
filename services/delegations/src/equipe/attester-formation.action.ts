import { ecrireUneFois, introuvable, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerDroitSurLEquipe, exigerEcriture } from "./droits.ts";
import { noterFormation, verrouillerEquipe } from "./ecriture.repository.ts";

/** A training of a delegated member. */
export interface Attestation {
  readonly equipeId: string;
  readonly professionnelId: string;
  readonly le: string;
  readonly organisme: string;
}

/**
 * Notes that a delegated member was trained; a later attestation replaces the former. Returns the team's id.
 * @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, NOT_FOUND
 */
export async function attesterFormation(contexte: Contexte, attestation: Attestation, cle: string): Promise<string> {
  const acteur = exigerEcriture(contexte.appel.acteur);
  if (attestation.le > contexte.aujourdhui) throw saisieInvalide("le", "Une formation à venir ne s'atteste pas.");
  if (attestation.organisme.trim() === "") throw saisieInvalide("organisme", "Dites qui a formé.");
  const demande = { acteur, operation: "attesterFormation", cle, input: attestation };
  return ecrireUneFois(contexte.database, demande, async (tx) => {
    const equipe = await verrouillerEquipe(tx, attestation.equipeId);
    if (equipe === undefined) throw introuvable("equipeId", "Cette équipe n'est pas déclarée.");
    exigerDroitSurLEquipe(acteur, equipe.structureId);
    if (equipe.finieLe !== null) throw saisieInvalide("equipeId", "Cette équipe a pris fin.");
    if (!(await noterFormation(tx, attestation))) {
      throw introuvable("professionnelId", "Cette personne n'est pas une déléguée de l'équipe.");
    }
    return equipe.id;
  });
}
