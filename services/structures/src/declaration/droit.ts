import { type Acteur, agitPour, estAgence, exigerPortee, interdit } from "@coordination/server-kit";

const PORTEE_D_ECRITURE = "annuaire:ecrire";

/** The actor when it may write in the directory at all. Throws UNAUTHENTICATED or FORBIDDEN. */
export const exigerEcriture = (acteur: Acteur | null): Acteur => exigerPortee(acteur, PORTEE_D_ECRITURE);

/** The actor when it speaks for a health agency. Throws UNAUTHENTICATED or FORBIDDEN. */
export function exigerAgence(acteur: Acteur | null): Acteur {
  const present = exigerEcriture(acteur);
  if (!estAgence(present)) throw interdit("le profil « agence »");
  return present;
}

/** The actor when it acts for the structure. Throws UNAUTHENTICATED or FORBIDDEN. */
export function exigerLesSiens(acteur: Acteur | null, structureId: string): Acteur {
  const present = exigerEcriture(acteur);
  if (!agitPour(present, structureId)) throw interdit("agir pour cette structure");
  return present;
}

/** The actor when it acts for the structure or speaks for a health agency. Throws UNAUTHENTICATED or FORBIDDEN. */
export function exigerLesSiensOuAgence(acteur: Acteur | null, structureId: string): Acteur {
  const present = exigerEcriture(acteur);
  if (!agitPour(present, structureId) && !estAgence(present)) {
    throw interdit("agir pour cette structure, ou le profil « agence »");
  }
  return present;
}
