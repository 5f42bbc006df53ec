import { saisieInvalide } from "@coordination/server-kit";

const ANNEES_CONNUES: readonly [premiere: number, derniere: number] = [1950, 2100];

/** The instant given, or `maintenant`. Throws BAD_USER_INPUT naming `champ` when the calendar does not go so far. */
export function lireInstant(champ: string, instant: Date | null | undefined, maintenant: Date): Date {
  if (instant === null || instant === undefined) return maintenant;
  const annee = instant.getUTCFullYear();
  const [premiere, derniere] = ANNEES_CONNUES;
  if (!(annee >= premiere && annee <= derniere)) {
    throw saisieInvalide(champ, `L'année doit être comprise entre ${premiere} et ${derniere}.`);
  }
  return instant;
}
