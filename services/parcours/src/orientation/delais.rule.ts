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

/** L'urgence d'un besoin qui s'envoie. */
export const URGENCES_ENVOYEES = ["SOUS_24_H", "SOUS_72_H", "SOUS_15_JOURS", "PROGRAMMEE"] as const;
export type UrgenceEnvoyee = (typeof URGENCES_ENVOYEES)[number];

/** Jusqu'où un DAC peut allonger un délai : répondre après le délai utile ne servirait à rien. Il peut le raccourcir jusqu'à un. */
export const DELAIS_MAXIMUM: Readonly<Record<UrgenceEnvoyee, Delai>> = {
  SOUS_24_H: { heures: 24 },
  SOUS_72_H: { heures: 72 },
  SOUS_15_JOURS: { joursOuvres: 10 },
  PROGRAMMEE: { joursOuvres: 30 },
};

/** Pourquoi ce délai n'en est pas un pour cette urgence ; `null` quand il convient. */
export function delaiRefuse(urgence: Urgence, { heures, joursOuvres }: DelaiSaisi): string | null {
  const maximum = urgence === "VITALE" ? null : DELAIS_MAXIMUM[urgence];
  if (maximum === null) return "Une urgence vitale ne s'envoie pas : elle n'a pas de délai de réponse.";
  const [unite, dit, autre, borne] =
    "heures" in maximum
      ? (["heures", heures, joursOuvres, maximum.heures] as const)
      : (["jours ouvrés", joursOuvres, heures, maximum.joursOuvres] as const);
  const juste = autre === null && dit !== null && dit >= 1 && dit <= borne;
  return juste ? null : `Pour cette urgence, le délai se dit en ${unite}, de 1 à ${borne}.`;
}

/** Un délai tel qu'une équipe le dit. */
export interface DelaiSaisi {
  readonly heures: number | null;
  readonly joursOuvres: number | null;
}

/** Quand le service relance, puis tient le silence pour une réponse. */
export interface Echeances {
  readonly relancerLe: string;
  readonly repondreAvant: string;
}

/**
 * La relance vient à la moitié du délai, l'échéance à sa fin, comptées depuis l'envoi : les heures courent jour et nuit ; les jours
 * ouvrés (du lundi au vendredi, hors jours fériés) sont ceux du département. Nul quand l'urgence n'a pas de délai.
 */
export function echeancesDe(
  urgence: Urgence,
  departement: string,
  envoi: Date,
  delai: Delai | null = DELAIS_DE_REPONSE[urgence],
): Echeances | null {
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
