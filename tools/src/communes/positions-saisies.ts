import type { Point } from "./geometrie.ts";

/**
 * What GeoNames does not place and no neighbour can stand for, entered here from general knowledge to a hundredth of a
 * degree (about 1 km): three islands of no EPCI, and the inhabited centres of the arrondissements of Paris (the woods of
 * Boulogne and Vincennes left out).
 */
export const POSITIONS_SAISIES: ReadonlyMap<string, Point> = new Map([
  ["22016", { latitude: 48.85, longitude: -3.0 }],
  ["29083", { latitude: 48.04, longitude: -4.85 }],
  ["85113", { latitude: 46.71, longitude: -2.36 }],
  ["75101", { latitude: 48.86, longitude: 2.34 }],
  ["75102", { latitude: 48.87, longitude: 2.34 }],
  ["75103", { latitude: 48.86, longitude: 2.36 }],
  ["75104", { latitude: 48.85, longitude: 2.36 }],
  ["75105", { latitude: 48.84, longitude: 2.35 }],
  ["75106", { latitude: 48.85, longitude: 2.33 }],
  ["75107", { latitude: 48.86, longitude: 2.31 }],
  ["75108", { latitude: 48.87, longitude: 2.31 }],
  ["75109", { latitude: 48.88, longitude: 2.34 }],
  ["75110", { latitude: 48.88, longitude: 2.36 }],
  ["75111", { latitude: 48.86, longitude: 2.38 }],
  ["75112", { latitude: 48.84, longitude: 2.39 }],
  ["75113", { latitude: 48.83, longitude: 2.36 }],
  ["75114", { latitude: 48.83, longitude: 2.33 }],
  ["75115", { latitude: 48.84, longitude: 2.3 }],
  ["75116", { latitude: 48.86, longitude: 2.27 }],
  ["75117", { latitude: 48.89, longitude: 2.31 }],
  ["75118", { latitude: 48.89, longitude: 2.35 }],
  ["75119", { latitude: 48.88, longitude: 2.38 }],
  ["75120", { latitude: 48.86, longitude: 2.4 }],
]);
