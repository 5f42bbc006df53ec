import type { CommuneDeLaGrille } from "./communes.ts";

/** The Rhône: a smaller directory is the country around it, so that its towns keep their density. */
const CENTRE = { latitude: 45.76, longitude: 4.84 };

/** The communes of the nearest départements that hold `part` of the population; all of them for 1. */
export function garderUnePart(communes: readonly CommuneDeLaGrille[], part: number): CommuneDeLaGrille[] {
  const habitants = (liste: readonly CommuneDeLaGrille[]) =>
    liste.reduce((total, { population }) => total + population, 0);
  const eloignement = ([premiere]: readonly CommuneDeLaGrille[]) =>
    premiere === undefined ? 0 : Math.hypot(premiere.latitude - CENTRE.latitude, premiere.longitude - CENTRE.longitude);
  const departements = [...Map.groupBy(communes, ({ departement }) => departement).values()].toSorted(
    (a, b) => eloignement(a) - eloignement(b),
  );
  const voulus = habitants(communes) * part;
  const gardees: CommuneDeLaGrille[] = [];
  for (const siennes of departements) {
    if (part < 1 && habitants(gardees) >= voulus) break;
    gardees.push(...siennes);
  }
  return gardees;
}
