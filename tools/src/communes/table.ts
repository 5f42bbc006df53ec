import { type Origine, type Positions, situer } from "./positions.ts";
import { type Decoupage, type Entite, lireDecoupage, lireLieux } from "./sources.ts";
import { decrireTerritoire, type Territoire } from "./territoire.ts";

/** The shipped files, as text. */
export interface Tables {
  readonly communes: string;
  readonly departements: string;
  readonly regions: string;
  /** Communes of yesterday, each with that of today that it is part of. */
  readonly anciennes: string;
  readonly positions: Positions;
  readonly territoire: Territoire;
}

const COLONNES_COMMUNE = [
  "code_insee",
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
  "precision",
];

/** The contract's `PrecisionPosition`: a mean of neighbours, however close, is said to be no better than the EPCI. */
const PRECISIONS: Readonly<Record<Origine, string>> = {
  GEONAMES: "COMMUNE",
  SAISIE: "COMMUNE",
  CODE_POSTAL: "EPCI",
  EPCI: "EPCI",
};

const champCsv = (valeur: string): string => (/[",\n]/.test(valeur) ? `"${valeur.replaceAll('"', '""')}"` : valeur);

/** Rows sorted by their first column, so that the same input gives the same bytes. */
function enCsv(colonnes: readonly string[], lignes: readonly (readonly string[])[]): string {
  const triees = [...lignes].sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return [colonnes, ...triees].map((ligne) => `${ligne.map(champCsv).join(",")}\n`).join("");
}

/** A hundred-thousandth of a degree is a metre: more digits would be noise. */
const coordonnee = (degres: number): string => degres.toFixed(5);

function ligneDeCommune(entite: Entite, { epciDe }: Territoire, { situees }: Positions): readonly string[] {
  const position = situees.get(entite.code);
  const epci = epciDe.get(entite.commune ?? entite.code);
  return [
    entite.code,
    entite.nom,
    entite.type === "arrondissement-municipal" ? "ARRONDISSEMENT_MUNICIPAL" : "COMMUNE",
    entite.commune ?? "",
    [...(entite.codesPostaux ?? [])].sort().join(" "),
    entite.departement,
    entite.region,
    entite.population === undefined ? "" : String(entite.population),
    epci?.code ?? "",
    epci?.nom ?? "",
    position === undefined ? "" : coordonnee(position.latitude),
    position === undefined ? "" : coordonnee(position.longitude),
    position === undefined ? "" : PRECISIONS[position.origine],
  ];
}

/** Départements and regions of the communes kept: the uninhabited territories go with their communes. */
function tablesDesTerritoires({ departements, regions }: Decoupage, territoire: Territoire) {
  const habites = new Set([...territoire.communes.values()].map(({ departement }) => departement));
  const gardes = departements.filter(({ code }) => habites.has(code));
  const couvertes = new Set(gardes.map(({ region }) => region));
  return {
    departements: enCsv(
      ["code", "nom", "region"],
      gardes.map(({ code, nom, region }) => [code, nom, region]),
    ),
    regions: enCsv(
      ["code", "nom"],
      regions.filter(({ code }) => couvertes.has(code)).map(({ code, nom }) => [code, nom]),
    ),
  };
}

/** A former code has no name of its own in the source, unless it is that of a delegated or associated commune. */
function tableDesAnciennes({ successeurs, nomsDAnciennes, communes }: Territoire): string {
  const lignes = [...successeurs].filter(([, code]) => communes.has(code));
  return enCsv(
    ["code_insee", "nom", "commune"],
    lignes.map(([ancienne, commune]) => [ancienne, nomsDAnciennes.get(ancienne) ?? "", commune]),
  );
}

/** Builds the national tables from the two installed packages; same packages, same bytes. */
export async function construireTables(): Promise<Tables> {
  const decoupage = lireDecoupage();
  const territoire = decrireTerritoire(decoupage);
  const positions = situer(await lireLieux(), territoire);
  const entites = [...territoire.communes.values(), ...territoire.arrondissements];
  return {
    communes: enCsv(
      COLONNES_COMMUNE,
      entites.map((entite) => ligneDeCommune(entite, territoire, positions)),
    ),
    ...tablesDesTerritoires(decoupage, territoire),
    anciennes: tableDesAnciennes(territoire),
    positions,
    territoire,
  };
}
