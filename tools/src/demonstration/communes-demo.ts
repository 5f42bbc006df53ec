import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { cheminDesCommunes } from "@coordination/structures";
import { parse } from "csv-parse/sync";
import type { Hasard } from "./hasard.ts";

export interface CommuneDemo {
  readonly codeInsee: string;
  readonly nom: string;
  readonly codePostal: string;
  readonly departement: string;
  readonly nomDepartement: string;
  readonly population: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** The two départements of the demonstration. */
const DEPARTEMENTS: Readonly<Record<string, string>> = { "01": "Ain", "69": "Rhône" };
/** Its three arrondissement towns are addressed by arrondissement; Lyon is the only one here. */
const VILLE_A_ARRONDISSEMENTS = "69123";

/** Communes of Rhône and Ain from the shipped national table, Lyon by arrondissement. */
export function lireCommunesDemo(): readonly CommuneDemo[] {
  const lignes = parse(gunzipSync(readFileSync(cheminDesCommunes)), { columns: true }) as Record<string, string>[];
  return lignes
    .filter(
      ({ departement, code_insee }) => (departement ?? "") in DEPARTEMENTS && code_insee !== VILLE_A_ARRONDISSEMENTS,
    )
    .map((ligne) => ({
      codeInsee: ligne.code_insee ?? "",
      nom: ligne.nom ?? "",
      codePostal: (ligne.codes_postaux ?? "").split(" ")[0] ?? "",
      departement: ligne.departement ?? "",
      nomDepartement: DEPARTEMENTS[ligne.departement ?? ""] ?? "",
      population: Number(ligne.population ?? 0),
      latitude: Number(ligne.latitude),
      longitude: Number(ligne.longitude),
    }));
}

/** Draws communes in proportion to their population. */
export function createTirageDeCommune(communes: readonly CommuneDemo[], hasard: Hasard): () => CommuneDemo {
  const cumuls: number[] = [];
  let total = 0;
  for (const { population } of communes) {
    total += population;
    cumuls.push(total);
  }
  return () => {
    const rang = hasard.entier(total);
    const commune = communes[cumuls.findIndex((cumul) => cumul > rang)];
    if (commune === undefined) throw new Error("Aucune commune de démonstration : la table des communes est vide.");
    return commune;
  };
}
