import { type Acteur, saisieInvalide } from "@coordination/server-kit";
import type { Coffre } from "../identite/coffre.ts";
import { empreinteDuNom } from "../usager/nom-cherche.ts";

/** What a search compares: a name by its keyed hash, a number as it is written. */
export interface Recherche {
  readonly empreinteNom: string | null;
  readonly numero: string;
  /** Whose numbers are looked at: the reader's software, if it says who it is. */
  readonly clientId: string | null;
  /** What stands for the words wherever they must not be, a cursor for one. */
  readonly empreinte: string;
}

const LONGUEUR_MAXIMUM = 100;

/** What to look for. Throws BAD_USER_INPUT naming the field, and never saying what it held. */
export function rechercheVoulue(
  coffre: Coffre,
  texte: string | null | undefined,
  acteur: Pick<Acteur, "clientId"> | null,
): Recherche | null {
  if (texte === null || texte === undefined) return null;
  const numero = texte.trim();
  if (numero === "" || numero.length > LONGUEUR_MAXIMUM) {
    throw saisieInvalide("filtre.recherche", `La recherche compte de 1 à ${LONGUEUR_MAXIMUM} caractères.`);
  }
  return {
    empreinteNom: empreinteDuNom(coffre, numero),
    numero,
    clientId: acteur?.clientId ?? null,
    empreinte: coffre.empreinte(`recherche:${numero}`),
  };
}
