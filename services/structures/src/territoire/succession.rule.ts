/** A fact that holds from a day to another, both included; null: until further notice. */
interface Periode {
  readonly debut: string;
  readonly fin: string | null;
}

/** The day before, AAAA-MM-JJ. */
export function veille(jour: string): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/**
 * The last day of a fact that is written among others of its series, two never holding on the same day: the day asked, else
 * the eve of the next one; null when none follows. « chevauche » when the day asked goes over the start of the next one.
 */
export function dernierJour(
  { debut, fin }: Periode,
  suivantes: readonly Pick<Periode, "debut">[],
): string | null | "chevauche" {
  const [prochaine] = suivantes
    .map((periode) => periode.debut)
    .filter((jour) => jour > debut)
    .toSorted();
  if (prochaine === undefined) return fin;
  if (fin === null) return veille(prochaine);
  return fin < prochaine ? fin : "chevauche";
}
