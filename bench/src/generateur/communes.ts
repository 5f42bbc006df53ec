import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { cheminDesCommunes } from "@coordination/structures";
import type { CommuneDemo } from "@coordination/tools";
import { parse } from "csv-parse/sync";

/** A commune of the real grid where people may practise. */
export interface CommuneDeLaGrille extends CommuneDemo {
  /** Its grouping of communes; empty when it has none. */
  readonly epci: string;
}

/** The territories that FINESS projects: the others (Pacific, Saint-Pierre…) have a few hundred activities in all. */
const METROPOLE_OU_DROM = /^(?:\d\d|2[AB]|97[12346])$/;

/** The national grid that the project ships, big cities by arrondissement, without what has no inhabitant or no position. */
export function lireLaGrille(): CommuneDeLaGrille[] {
  const lignes = parse(gunzipSync(readFileSync(cheminDesCommunes)), { columns: true }) as Record<string, string>[];
  const departements = lireLesDepartements();
  const villesParArrondissement = new Set(lignes.map(({ parent }) => parent));
  return lignes
    .filter((ligne) => !villesParArrondissement.has(ligne.code_insee))
    .filter((ligne) => METROPOLE_OU_DROM.test(ligne.departement ?? "") && ligne.latitude !== "")
    .map((ligne) => ({
      codeInsee: ligne.code_insee ?? "",
      nom: ligne.nom ?? "",
      codePostal: (ligne.codes_postaux ?? "").split(" ")[0] ?? "",
      departement: ligne.departement ?? "",
      nomDepartement: departements.get(ligne.departement ?? "") ?? "",
      population: Number(ligne.population ?? 0),
      latitude: Number(ligne.latitude),
      longitude: Number(ligne.longitude),
      epci: ligne.epci ?? "",
    }))
    .filter(({ population }) => population > 0);
}

function lireLesDepartements(): ReadonlyMap<string, string> {
  const fichier = join(dirname(cheminDesCommunes), "departements.csv");
  const lignes = parse(readFileSync(fichier), { columns: true }) as Record<string, string>[];
  return new Map(lignes.map(({ code, nom }) => [code ?? "", nom ?? ""]));
}
