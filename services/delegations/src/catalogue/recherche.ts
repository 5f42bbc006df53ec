import { saisieInvalide } from "@coordination/server-kit";

const LONGUEUR_MAXIMUM = 100;

/** The text of a search, empty without one. Throws BAD_USER_INPUT naming `champ` when it is too long. */
export function exigerRecherche(champ: string, recherche: string | null | undefined): string {
  if (recherche === null || recherche === undefined) return "";
  if (recherche.length <= LONGUEUR_MAXIMUM) return recherche;
  throw saisieInvalide(champ, `La recherche ne dépasse pas ${LONGUEUR_MAXIMUM} caractères.`);
}
