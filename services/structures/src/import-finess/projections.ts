import type { PrecisionPosition } from "@coordination/vocabulaire";
import proj4 from "proj4";

/**
 * The projections of FINESS, by EPSG code; the legal frames of France are within a metre of WGS 84.
 * Source: FINESS documentation (`sourcecoordet`), EPSG registry.
 */
const PROJECTIONS: Readonly<Record<string, string>> = {
  "2154": "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs",
  "5490": utm(20, "GRS80"),
  "4559": utm(20, "GRS80"),
  "2972": utm(22, "GRS80"),
  "2975": utm(40, "GRS80", "sud"),
  "4471": utm(38, "GRS80", "sud"),
  "4467": utm(21, "GRS80"),
  "32620": utm(20, "WGS84"),
  "32621": utm(21, "WGS84"),
  "32701": utm(1, "WGS84", "sud"),
};

/** The names that files use instead of, or before, the EPSG code. */
const NOMS: readonly (readonly [RegExp, string])[] = [
  [/LAMBERT.?93/i, "2154"],
  [/UTM_N20|UTM zone 20N/i, "5490"],
  [/UTM_N21|UTM zone 21N/i, "4467"],
  [/UTM_N22|UTM zone 22N/i, "2972"],
  [/UTM_S38|UTM zone 38S/i, "4471"],
  [/UTM_S40|UTM zone 40S/i, "2975"],
  [/UTM zone 1S/i, "32701"],
];

function utm(fuseau: number, ellipsoide: string, hemisphere: "nord" | "sud" = "nord"): string {
  return `+proj=utm +zone=${fuseau}${hemisphere === "sud" ? " +south" : ""} +ellps=${ellipsoide} +units=m +no_defs`;
}

const convertisseurs = new Map(
  Object.entries(PROJECTIONS).map(([code, definition]) => [code, proj4(definition, "WGS84")]),
);

export interface PointFiness {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: PrecisionPosition;
}

/** Why coordinates cannot be used. */
export type DefautDePosition = "PROJECTION" | "COORDONNEES";

/**
 * A FINESS position in degrees, or why there is none. `source` is `sourcecoordet`: rank, provider, score, base, …,
 * projection, separated by commas, in one of three published spellings:
 * "1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93,2154", the same without the code (2020), and
 * "2,ATLASANTE,96,BAN,EPSG:5490 RGAF09/UTM Zone 20N (Antilles)".
 */
export function positionFiness(x: string, y: string, source: string): PointFiness | DefautDePosition {
  const convertisseur = convertisseurs.get(codeDeProjection(source) ?? "");
  if (convertisseur === undefined) return "PROJECTION";
  if (x.trim() === "" || y.trim() === "") return "COORDONNEES";
  const [est, nord] = [enNombre(x), enNombre(y)];
  if (!Number.isFinite(est) || !Number.isFinite(nord)) return "COORDONNEES";
  const [longitude, latitude] = convertisseur.forward([est, nord]);
  if (longitude === undefined || latitude === undefined || !dansLesTerresFrancaises(latitude, longitude))
    return "COORDONNEES";
  return { latitude: arrondi(latitude), longitude: arrondi(longitude), precision: precisionDe(source) };
}

function codeDeProjection(source: string): string | null {
  const explicite = /EPSG:(\d+)/i.exec(source)?.[1] ?? /,(\d{4,5})\s*$/.exec(source)?.[1];
  return explicite ?? NOMS.find(([nom]) => nom.test(source))?.[1] ?? null;
}

/**
 * 1: the number in the street; 2: the street. Any other rank, no score ("."), or a base of commune boundaries
 * (ADMIN-EXPRESS) promises no more than the commune.
 */
function precisionDe(source: string): PrecisionPosition {
  const [rang = "", , score = "", base = ""] = source.split(",").map((partie) => partie.trim());
  if (!/^\d/.test(score) || /^ADMIN/i.test(base)) return "COMMUNE";
  if (rang === "1") return "ADRESSE";
  return rang === "2" ? "RUE" : "COMMUNE";
}

const enNombre = (texte: string): number => Number(texte.trim().replace(",", "."));

/** Six decimals, a tenth of a metre: the same file always gives the same number. */
const arrondi = (degres: number): number => Math.round(degres * 1e6) / 1e6;

/** Boxes around mainland France and each overseas territory that FINESS covers: swapped or zero coordinates fall outside. */
const TERRES: readonly (readonly [sud: number, nord: number, ouest: number, est: number])[] = [
  [41, 51.5, -5.6, 10],
  [14, 18.5, -63.5, -60.5],
  [2, 6, -55, -51],
  [-21.6, -20.6, 55, 56],
  [-13.2, -12.4, 44.8, 45.5],
  [46.5, 47.3, -56.6, -56],
  [-14.5, -13, -178.5, -175.9],
];
const dansLesTerresFrancaises = (latitude: number, longitude: number): boolean =>
  TERRES.some(
    ([sud, nord, ouest, est]) => latitude >= sud && latitude <= nord && longitude >= ouest && longitude <= est,
  );
