import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";

/** The word of a day: public holidays have their own. */
export type Jour = "LUNDI" | "MARDI" | "MERCREDI" | "JEUDI" | "VENDREDI" | "SAMEDI" | "DIMANCHE" | "JOUR_FERIE";

/** The clock and the public holidays of a place. */
interface Calendrier {
  readonly fuseau: string;
  /** As the library names the place: a country, and within France the département whose holidays differ. */
  readonly lieu: readonly [pays: string, departement?: string];
}

const FRANCE: Calendrier = { fuseau: "Europe/Paris", lieu: ["FR"] };

/** Where the clock or the holidays are not those of the rest of France. */
const PARTICULIERS: ReadonlyMap<string, Calendrier> = new Map<string, Calendrier>([
  ["57", { ...FRANCE, lieu: ["FR", "57"] }],
  ["67", { ...FRANCE, lieu: ["FR", "67"] }],
  ["68", { ...FRANCE, lieu: ["FR", "68"] }],
  ["971", { fuseau: "America/Guadeloupe", lieu: ["GP"] }],
  ["972", { fuseau: "America/Martinique", lieu: ["MQ"] }],
  ["973", { fuseau: "America/Cayenne", lieu: ["GF"] }],
  ["974", { fuseau: "Indian/Reunion", lieu: ["RE"] }],
  ["975", { fuseau: "America/Miquelon", lieu: ["PM"] }],
  ["976", { fuseau: "Indian/Mayotte", lieu: ["YT"] }],
  ["977", { fuseau: "America/St_Barthelemy", lieu: ["BL"] }],
  ["978", { fuseau: "America/Marigot", lieu: ["MF"] }],
  ["986", { fuseau: "Pacific/Wallis", lieu: ["WF"] }],
  ["987", { fuseau: "Pacific/Tahiti", lieu: ["PF"] }],
  ["988", { fuseau: "Pacific/Noumea", lieu: ["NC"] }],
]);

/** Départements that do not follow the common calendar. */
export const DEPARTEMENTS_PARTICULIERS: readonly string[] = [...PARTICULIERS.keys()];

const calendrierDe = (departement: string): Calendrier => PARTICULIERS.get(departement) ?? FRANCE;

/** Local date and time, without a zone, of an instant in a département. */
export const heureLocale = (instant: Date, departement: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(calendrierDe(departement).fuseau)
    .toPlainDateTime();

/** The first instant at which the clocks of the département show this time, or pass it when they jump over it. */
export function instantDe(heure: Temporal.PlainDateTime, departement: string): Date {
  const lu = heure.toZonedDateTime(calendrierDe(departement).fuseau, { disambiguation: "later" });
  const saute = !lu.toPlainDateTime().equals(heure);
  const premier = heure.toZonedDateTime(calendrierDe(departement).fuseau, { disambiguation: "earlier" });
  return new Date((saute ? (lu.getTimeZoneTransition("previous") ?? lu) : premier).epochMilliseconds);
}

const JOURS: readonly Jour[] = ["LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE"];

/** Which hours a date follows: those of public holidays, else those of its day of the week. */
export function jourDe(date: Temporal.PlainDate, departement: string): Jour {
  if (joursFeries(date.year, calendrierDe(departement)).has(date.toString())) return "JOUR_FERIE";
  return JOURS[date.dayOfWeek - 1] ?? "LUNDI";
}

const feriesConnus = new Map<string, ReadonlySet<string>>();

/** Public holidays of a year, AAAA-MM-JJ; computed once, for they never change. */
function joursFeries(annee: number, { lieu: [pays, departement] }: Calendrier): ReadonlySet<string> {
  const cle = `${pays}-${departement ?? ""}-${annee}`;
  const connus = feriesConnus.get(cle);
  if (connus !== undefined) return connus;
  const fetes = (departement === undefined ? new Holidays(pays) : new Holidays(pays, departement)).getHolidays(annee);
  const feries = new Set(fetes.filter(({ type }) => type === "public").map(({ date }) => date.slice(0, 10)));
  feriesConnus.set(cle, feries);
  return feries;
}
