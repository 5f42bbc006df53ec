const JOUR_A_PARIS = new Intl.DateTimeFormat("fr-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const HEURE_MS = 3_600_000;
/** The day of the last hour that was asked: clocks in France change on the hour, so that one hour has one day. */
let dernier = { heure: Number.NaN, jour: "" };

/** The civil day in France at this instant, AAAA-MM-JJ: the only place where a request meets the clock. */
export function jourEnFrance(instant: Date): string {
  const heure = Math.floor(instant.getTime() / HEURE_MS);
  if (heure !== dernier.heure) dernier = { heure, jour: JOUR_A_PARIS.format(instant) };
  return dernier.jour;
}
