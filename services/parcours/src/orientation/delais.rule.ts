import { ajouterJoursOuvres } from "@coordination/calendrier";
import type { Urgence } from "@coordination/vocabulaire";

/** Un délai de réponse : en heures d'horloge, ou en jours ouvrés. */
export type Delai = { readonly heures: number } | { readonly joursOuvres: number };

/**
 * Combien de temps un destinataire a pour répondre, selon l'urgence du besoin. Aucun texte ne le fixe : ce sont les délais
 * retenus pour que la réponse arrive bien avant le délai utile. Une urgence vitale ne s'envoie pas.
 */
export const DELAIS_DE_REPONSE: Readonly<Record<Urgence, Delai | null>> = {
  VITALE: null,
  SOUS_24_H: { heures: 4 },
  SOUS_72_H: { heures: 24 },
  SOUS_15_JOURS: { joursOuvres: 3 },
  PROGRAMMEE: { joursOuvres: 10 },
};

/** Quand le service relance, puis tient le silence pour une réponse. */
export interface Echeances {
  readonly relancerLe: string;
  readonly repondreAvant: string;
}

/**
 * La relance vient à la moitié du délai, l'échéance à sa fin, comptées depuis l'envoi : les heures courent jour et nuit ; les jours
 * ouvrés (du lundi au vendredi, hors jours fériés) sont ceux du département. Nul quand l'urgence n'a pas de délai.
 */
export function echeancesDe(urgence: Urgence, departement: string, envoi: Date): Echeances | null {
  const delai = DELAIS_DE_REPONSE[urgence];
  if (delai === null) return null;
  return {
    relancerLe: apres(delai, 0.5, departement, envoi).toISOString(),
    repondreAvant: apres(delai, 1, departement, envoi).toISOString(),
  };
}

const UNE_HEURE_MS = 3_600_000;

const apres = (delai: Delai, part: number, departement: string, envoi: Date): Date =>
  "heures" in delai
    ? new Date(envoi.getTime() + delai.heures * part * UNE_HEURE_MS)
    : ajouterJoursOuvres(envoi, delai.joursOuvres * part, departement);
