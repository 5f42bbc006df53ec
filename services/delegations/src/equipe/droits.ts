import { type Acteur, agitPour, estAgence, exigerPortee, interdit } from "@coordination/server-kit";

const PORTEE = "annuaire:ecrire";

/** The actor, when it may write in the directory. Throws UNAUTHENTICATED or FORBIDDEN. */
export const exigerEcriture = (acteur: Acteur | null): Acteur => exigerPortee(acteur, PORTEE);

/** A team is declared, trained and ended by its structure's people, or by an agency. Throws FORBIDDEN. */
export function exigerDroitSurLEquipe(acteur: Acteur, structureId: string): void {
  if (!estAgence(acteur) && !agitPour(acteur, structureId)) {
    throw interdit("agir pour la structure de l'équipe, ou être une agence");
  }
}

/** The catalogue of texts is an agency's to publish. Throws FORBIDDEN. */
export function exigerAgence(acteur: Acteur): void {
  if (!estAgence(acteur)) throw interdit("être une agence");
}
