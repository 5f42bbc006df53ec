import { heureLocale, instantDe, jourDe } from "@coordination/calendrier";
import { type Principe, type Verdict, verdict } from "@coordination/rules";
import type { Jour } from "../enums.type.ts";
import type { PlageHoraire } from "./plage-horaire.type.ts";

/** Ce qu'il faut savoir d'une structure pour dire quand elle est ouverte. */
export interface Horaires {
  readonly plages: readonly Pick<PlageHoraire, "jour" | "debut" | "fin">[];
  /** Son heure est celle de son département ; nul quand on ne sait pas où elle est. */
  readonly departement: string | null;
  /** Le jour où elle a fermé pour toujours ; nul quand elle existe encore. */
  readonly fermeeLe: string | null;
}

/** The hours that apply at an instant: the word of the day, and the time on the clocks there. */
export interface Moment {
  readonly jour: Jour;
  /** « AAAA-MM-JJ » */
  readonly date: string;
  /** « HH:MM » */
  readonly heure: string;
}

/** Any département that follows the common clock and calendar. */
export const ORDINAIRE = "75";

/** What the clocks and the calendar of a département say at this instant. */
export function momentDe(instant: Date, departement: string): Moment {
  const locale = heureLocale(instant, departement);
  const date = locale.toPlainDate();
  return { jour: jourDe(date, departement), date: date.toString(), heure: locale.toPlainTime().toString().slice(0, 5) };
}

export const ouvertureAUnInstant: Principe = {
  principe: "OUVERTURE",
  intitule: "Une structure est dite ouverte à un instant selon ses horaires déclarés :",
  phrases: [
    "du début d'une plage, compris, à sa fin, non comprise",
    "à l'heure de son département, heure d'été comprise : une heure qui n'existe pas n'ouvre rien, une heure qui revient ouvre deux fois",
    "un jour férié de son département, ses plages « jour férié » et elles seules ; quand elle n'en a déclaré aucune, on ne sait pas",
    "on ne sait pas non plus quand rien n'est déclaré, ni quand son lieu est inconnu",
    "à partir du jour où elle a fermé pour toujours, elle n'ouvre plus, quoi que disent ses horaires",
  ],
  source:
    "notre lecture d'un horaire affiché ; jours fériés du code du travail, de l'Alsace et de la Moselle, et d'outre-mer, par la bibliothèque date-holidays",
  relueLe: "2026-11-23",
};

/** See `ouvertureAUnInstant`. */
export function ouverte({ plages, departement, fermeeLe }: Horaires, instant: Date): Verdict {
  const { jour, date, heure } = momentDe(instant, departement ?? ORDINAIRE);
  if (fermeeLe !== null && date >= fermeeLe) return "NON";
  if (plages.length === 0 || departement === null) return "INCONNU";
  const duJour = plages.filter((plage) => plage.jour === jour);
  if (jour === "JOUR_FERIE" && duJour.length === 0) return "INCONNU";
  return verdict(duJour.some(({ debut, fin }) => debut <= heure && heure < fin));
}

/** Long enough to meet every public holiday. */
const JOURS_REGARDES = 370;
const UNE_MINUTE = 60_000;

/**
 * Le premier instant, après celui-ci, où la structure ouvre : elle l'est alors, et ne l'était pas la minute d'avant. Deux plages
 * qui se suivent n'en font qu'une, à minuit aussi. Nul quand aucune ouverture n'est sûre.
 */
export function prochaineOuverture(horaires: Horaires, instant: Date): Date | null {
  const { plages, departement, fermeeLe } = horaires;
  if (plages.length === 0 || departement === null) return null;
  const parJour = Map.groupBy(plages, ({ jour }) => jour);
  let date = heureLocale(instant, departement).toPlainDate();
  let hier = parJour.get(jourDe(date.subtract({ days: 1 }), departement)) ?? [];
  for (let rang = 0; rang < JOURS_REGARDES; rang += 1, date = date.add({ days: 1 })) {
    if (fermeeLe !== null && date.toString() >= fermeeLe) return null;
    const duJour = parJour.get(jourDe(date, departement)) ?? [];
    const [premiere] = debutsDePlages(duJour, hier)
      .map((debut) => instantDe(date.toPlainDateTime(debut), departement))
      .filter((debut) => debut > instant && ouvre(horaires, debut))
      .sort((a, b) => a.getTime() - b.getTime());
    if (premiere !== undefined) return premiere;
    hier = duJour;
  }
  return null;
}

/** The times at which a day begins a slot that does not go on from another one. */
const debutsDePlages = (duJour: Horaires["plages"], hier: Horaires["plages"]): string[] =>
  duJour
    .map(({ debut }) => debut)
    .filter((debut) =>
      debut === "00:00"
        ? !hier.some(({ fin }) => fin === "24:00")
        : !duJour.some((autre) => autre.debut < debut && debut <= autre.fin),
    );

const ouvre = (horaires: Horaires, debut: Date): boolean =>
  ouverte(horaires, debut) === "OUI" && ouverte(horaires, new Date(debut.getTime() - UNE_MINUTE)) !== "OUI";
