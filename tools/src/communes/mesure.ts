import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { distanceKm, type Point } from "./geometrie.ts";
import type { Origine, Positions } from "./positions.ts";

/** The error of one way of placing communes, against reference centres. */
export interface Mesure {
  readonly origine: Origine | "TOUTES";
  readonly nombre: number;
  readonly medianeKm: number;
  readonly p95Km: number;
  readonly maximumKm: number;
}

const ORIGINES: readonly Origine[] = ["GEONAMES", "SAISIE", "CODE_POSTAL", "EPCI"];

const quantile = (triees: readonly number[], part: number): number =>
  triees[Math.min(triees.length - 1, Math.floor(triees.length * part))] ?? Number.NaN;

/** Reference centres of a CSV with the columns `code_insee`, `latitude_centre` and `longitude_centre`. */
export function lireReference(fichier: string): ReadonlyMap<string, Point> {
  const lignes: Readonly<Record<string, string>>[] = parse(readFileSync(fichier), { columns: true });
  return new Map(
    lignes.map((ligne) => [
      ligne.code_insee ?? "",
      { latitude: Number(ligne.latitude_centre), longitude: Number(ligne.longitude_centre) },
    ]),
  );
}

/** Distances between our positions and the reference, for each way they were obtained, then for all. */
export function mesurer({ situees }: Positions, reference: ReadonlyMap<string, Point>): readonly Mesure[] {
  const ecarts = [...reference].flatMap(([code, centre]) => {
    const position = situees.get(code);
    return position === undefined ? [] : [{ origine: position.origine, km: distanceKm(position, centre) }];
  });
  const resumer = (origine: Mesure["origine"], kms: readonly number[]): Mesure => {
    const triees = [...kms].sort((a, b) => a - b);
    return {
      origine,
      nombre: triees.length,
      medianeKm: quantile(triees, 0.5),
      p95Km: quantile(triees, 0.95),
      maximumKm: quantile(triees, 1),
    };
  };
  const parOrigine = ORIGINES.map((origine) =>
    resumer(
      origine,
      ecarts.filter((ecart) => ecart.origine === origine).map(({ km }) => km),
    ),
  );
  return [
    ...parOrigine,
    resumer(
      "TOUTES",
      ecarts.map(({ km }) => km),
    ),
  ].filter(({ nombre }) => nombre > 0);
}
