export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const RAYON_TERRESTRE_KM = 6371.0088;

const radians = (degres: number): number => (degres * Math.PI) / 180;

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const demiLatitude = Math.sin(radians(b.latitude - a.latitude) / 2);
  const demiLongitude = Math.sin(radians(b.longitude - a.longitude) / 2);
  const corde = demiLatitude ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * demiLongitude ** 2;
  return 2 * RAYON_TERRESTRE_KM * Math.asin(Math.min(1, Math.sqrt(corde)));
}

/** The mean position weighted by population; `null` without a point. None of these groups crosses the antimeridian. */
export function barycentre(points: readonly (Point & { readonly poids: number })[]): Point | null {
  const total = points.reduce((somme, { poids }) => somme + poids, 0);
  if (total === 0) return null;
  return {
    latitude: points.reduce((somme, { latitude, poids }) => somme + latitude * poids, 0) / total,
    longitude: points.reduce((somme, { longitude, poids }) => somme + longitude * poids, 0) / total,
  };
}
