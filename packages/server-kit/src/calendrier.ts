const JOUR_A_PARIS = new Intl.DateTimeFormat("fr-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The civil day in France at this instant, AAAA-MM-JJ: the only place where a request meets the clock. */
export const jourEnFrance = (instant: Date): string => JOUR_A_PARIS.format(instant);
