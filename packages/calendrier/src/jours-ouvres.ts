import type { Temporal } from "temporal-polyfill";
import { heureLocale, instantDe, jourDe } from "./calendrier.ts";

const CHOMES: ReadonlySet<string> = new Set(["SAMEDI", "DIMANCHE", "JOUR_FERIE"]);

/** Monday to Friday, but for the public holidays of the département. */
export const estOuvre = (date: Temporal.PlainDate, departement: string): boolean =>
  !CHOMES.has(jourDe(date, departement));

/**
 * The instant that comes so many working days after this one, at the same time on the clocks of the département. Time stands
 * still on days off: from a Saturday, counting begins on the next working day at midnight. Half a day is twelve hours.
 */
export function ajouterJoursOuvres(depart: Date, jours: number, departement: string): Date {
  let heure = versJourOuvre(heureLocale(depart, departement), departement);
  for (let reste = Math.floor(jours); reste > 0; reste -= 1) heure = jourOuvreSuivant(heure, departement);
  if (!Number.isInteger(jours)) {
    const plusTard = heure.add({ hours: 12 });
    const memeJour = plusTard.toPlainDate().equals(heure.toPlainDate());
    heure = memeJour ? plusTard : jourOuvreSuivant(heure, departement).subtract({ hours: 12 });
  }
  return instantDe(heure, departement);
}

function versJourOuvre(heure: Temporal.PlainDateTime, departement: string): Temporal.PlainDateTime {
  if (estOuvre(heure.toPlainDate(), departement)) return heure;
  const lendemain = heure.toPlainDate().add({ days: 1 }).toPlainDateTime();
  return versJourOuvre(lendemain, departement);
}

function jourOuvreSuivant(heure: Temporal.PlainDateTime, departement: string): Temporal.PlainDateTime {
  const lendemain = heure.add({ days: 1 });
  return estOuvre(lendemain.toPlainDate(), departement) ? lendemain : jourOuvreSuivant(lendemain, departement);
}
