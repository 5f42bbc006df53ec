/** Kilometres in a degree of latitude, rounded down so that a box never cuts its circle. */
const KM_PAR_DEGRE = 111.19;

/** SQL distance in kilometres from the row `centre` (latitude, longitude) to a table that has both. */
export const distanceAuCentre = (table: string): string =>
  `distance_km(centre.latitude, centre.longitude, ${table}.latitude, ${table}.longitude)`;

/**
 * SQL condition: the row is in the box around `centre` that holds the circle of `rayon` kilometres (an SQL expression).
 * An index on latitude and longitude can serve it; the exact distance is then checked.
 */
export function dansLaBoite(table: string, rayon: string): string {
  const hauteur = `${rayon} / ${KM_PAR_DEGRE}`;
  const largeur = `degrees(asin(least(1, sin(radians(${hauteur})) / greatest(cos(radians(centre.latitude)), 0.01))))`;
  return `${table}.latitude between centre.latitude - ${hauteur} and centre.latitude + ${hauteur}
    and ${table}.longitude between centre.longitude - ${largeur} and centre.longitude + ${largeur}`;
}
