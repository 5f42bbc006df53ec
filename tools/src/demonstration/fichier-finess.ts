import proj4 from "proj4";
import type { CommuneDemo } from "./communes-demo.ts";

export interface StructureDemo {
  readonly finess: string;
  readonly finessJuridique: string;
  readonly nom: string;
  readonly categorie: string;
  readonly libelleCategorie: string;
  readonly commune: CommuneDemo;
  readonly voie: { readonly numero: number; readonly code: string; readonly nom: string };
  readonly latitude: number;
  readonly longitude: number;
}

/** Lambert-93, EPSG:2154, the projection of the published file in metropolitan France. */
const LAMBERT_93 =
  "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";

/** The structures in the published `etalab-cs1100507-stock` format: `structureet` lines, then `geolocalisation` lines. */
export function fichierFiness(structures: readonly StructureDemo[], millesime: string): string {
  return [
    `finess;etalab;111;${millesime}`,
    ...structures.map((structure) => ligneStructure(structure, millesime)),
    ...structures.map((structure) => lignePosition(structure, millesime)),
    "",
  ].join("\n");
}

const entreGuillemets = (valeur: string): string =>
  /[";]/.test(valeur) ? `"${valeur.replaceAll('"', '""')}"` : valeur;

function ligneStructure(structure: StructureDemo, millesime: string): string {
  const { commune, voie } = structure;
  const departement = commune.departement === "01" ? "AIN" : "RHONE";
  const champs = [
    "structureet",
    structure.finess,
    structure.finessJuridique,
    structure.nom,
    structure.nom,
    "",
    "",
    String(voie.numero),
    voie.code,
    voie.nom,
    "",
    "",
    commune.codeInsee.slice(2),
    commune.departement,
    departement,
    `${commune.codePostal} ${commune.nom.toUpperCase()}`,
    "",
    "",
    structure.categorie,
    structure.libelleCategorie,
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    millesime,
    "",
  ];
  return champs.map(entreGuillemets).join(";");
}

function lignePosition(structure: StructureDemo, millesime: string): string {
  const [x, y] = proj4("WGS84", LAMBERT_93, [structure.longitude, structure.latitude]) as [number, number];
  return [
    "geolocalisation",
    structure.finess,
    x.toFixed(1),
    y.toFixed(1),
    "1,DEMONSTRATION,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93,2154",
    millesime,
  ].join(";");
}
