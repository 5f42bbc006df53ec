import { FormatInattendu, type RapportImport, readRecords } from "@coordination/importation";
import { codeInseeValide, departementDeCommune } from "@coordination/referentiels";

/** A commune as a file describes it, in the order of `COLONNES`. */
export type LigneDeCommune = readonly (string | null)[];

export const COLONNES = [
  "ligne",
  "code",
  "nom",
  "type",
  "parent",
  "codes_postaux",
  "departement",
  "region",
  "population",
  "epci",
  "nom_epci",
  "latitude",
  "longitude",
  "precision_position",
] as const;

/** The names that the two known formats give to a column: the shipped national table, and the regional CSV of centres. */
const SYNONYMES: Readonly<Record<string, readonly string[]>> = {
  code: ["code_insee"],
  nom: ["nom"],
  type: ["type"],
  parent: ["parent"],
  codesPostaux: ["codes_postaux", "code_postal"],
  departement: ["departement", "dep_code"],
  region: ["region", "reg_code"],
  population: ["population"],
  epci: ["epci", "epci_code"],
  nomEpci: ["nom_epci", "epci_nom"],
  latitude: ["latitude", "latitude_centre"],
  longitude: ["longitude", "longitude_centre"],
  precision: ["precision"],
};
const OBLIGATOIRES = ["code", "nom", "codesPostaux", "region", "latitude", "longitude"];

type Lire = (nom: keyof typeof SYNONYMES) => string | null;

/** Reads an header: where each known column is. Throws (French) when an obligatory one is missing. */
function lireEntete(champs: readonly string[]): (ligne: readonly string[]) => Lire {
  const noms = champs.map((champ) => champ.trim().toLowerCase());
  const rangs = Object.entries(SYNONYMES).map(
    ([nom, synonymes]) => [nom, noms.findIndex((entete) => synonymes.includes(entete))] as const,
  );
  const manquantes = rangs
    .filter(([nom, rang]) => rang === -1 && OBLIGATOIRES.includes(nom))
    .map(([nom]) => SYNONYMES[nom]?.join(" ou "));
  if (manquantes.length > 0)
    throw new FormatInattendu(`Ce fichier de communes n'a pas la colonne : ${manquantes.join(", ")}.`);
  const rangDe = new Map(rangs);
  return (ligne) => (nom) => ligne[rangDe.get(nom) ?? -1]?.trim() || null;
}

/** The rows of a file of communes; those that cannot be used are told to the report. Throws when it is no such file. */
export async function* lireCommunes(fichier: string, rapport: RapportImport): AsyncGenerator<LigneDeCommune> {
  let lireLigne: ((ligne: readonly string[]) => Lire) | null = null;
  let colonnes = 0;
  const vus = new Set<string>();
  const onIllisible = (ligne: number) => {
    rapport.lue();
    rapport.rejeter(ligne, "ILLISIBLE", "ligne illisible (guillemets mal fermés)");
  };
  for await (const { ligne, champs } of readRecords(fichier, { delimiter: ",", quote: '"', onIllisible })) {
    if (lireLigne === null) {
      lireLigne = lireEntete(champs);
      colonnes = champs.length;
      continue;
    }
    rapport.lue();
    const lire = lireLigne(champs);
    const defaut = champs.length === colonnes ? defautDe(lire, vus) : "COLONNES";
    if (defaut !== null) {
      rapport.rejeter(ligne, defaut, DEFAUTS[defaut]);
      continue;
    }
    const code = lire("code") ?? "";
    vus.add(code);
    yield enLigne(String(ligne), code, lire);
  }
}

const DEFAUTS = {
  COLONNES: "nombre de colonnes différent de l'en-tête",
  CODE_INSEE: "code INSEE invalide",
  NOM: "nom absent",
  DOUBLON: "code INSEE déjà lu dans ce fichier",
  POSITION: "latitude ou longitude invalide",
  POPULATION: "population invalide",
} as const;

/** Why this row cannot be used, null when it can. */
function defautDe(lire: Lire, vus: ReadonlySet<string>): keyof typeof DEFAUTS | null {
  const code = lire("code");
  if (code === null || !codeInseeValide(code)) return "CODE_INSEE";
  if (lire("nom") === null) return "NOM";
  if (vus.has(code)) return "DOUBLON";
  const [latitude, longitude] = [lire("latitude"), lire("longitude")];
  if ((latitude === null) !== (longitude === null)) return "POSITION";
  if (latitude !== null && !(Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180)) return "POSITION";
  const population = lire("population");
  return population === null || /^\d+$/.test(population) ? null : "POPULATION";
}

function enLigne(ligne: string, code: string, lire: Lire): LigneDeCommune {
  const codesPostaux = (lire("codesPostaux") ?? "").split(/[ |;]+/).filter((codePostal) => /^\d{5}$/.test(codePostal));
  return [
    ligne,
    code,
    lire("nom"),
    lire("type") ?? "COMMUNE",
    lire("parent"),
    `{${codesPostaux.join(",")}}`,
    lire("departement") ?? departementDeCommune(code),
    lire("region"),
    lire("population"),
    lire("epci"),
    lire("nomEpci"),
    lire("latitude"),
    lire("longitude"),
    lire("latitude") === null ? null : (lire("precision") ?? "COMMUNE"),
  ];
}
