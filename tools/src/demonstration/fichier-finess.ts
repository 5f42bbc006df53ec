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

/** The projections of the published file: Lambert-93 in metropolitan France, the legal UTM zone of each territory overseas. */
const LAMBERT_93 = {
  nom: "LAMBERT_93,2154",
  definition:
    "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
};
const utm = (nom: string, zone: string) => ({
  nom,
  definition: `+proj=utm +zone=${zone} +ellps=GRS80 +units=m +no_defs`,
});
const ANTILLES = utm("UTM_N20,5490", "20");

/** How FINESS writes an overseas département, and projects it. */
const OUTRE_MER: Readonly<Record<string, { readonly code: string; readonly projection: typeof LAMBERT_93 }>> = {
  "971": { code: "9A", projection: ANTILLES },
  "972": { code: "9B", projection: ANTILLES },
  "973": { code: "9C", projection: utm("UTM_N22,2972", "22") },
  "974": { code: "9D", projection: utm("UTM_S40,2975", "40 +south") },
  "976": { code: "9F", projection: utm("UTM_S38,4471", "38 +south") },
};

/** The structures in the published `etalab-cs1100507-stock` format: `structureet` lines, then `geolocalisation` lines. */
export function fichierFiness(structures: readonly StructureDemo[], millesime: string): string {
  return [
    enteteFiness(millesime),
    ...structures.map((structure) => ligneStructure(structure, millesime)),
    ...structures.map((structure) => lignePosition(structure, millesime)),
    "",
  ].join("\n");
}

export const enteteFiness = (millesime: string): string => `finess;etalab;111;${millesime}`;

const entreGuillemets = (valeur: string): string =>
  /[";]/.test(valeur) ? `"${valeur.replaceAll('"', '""')}"` : valeur;

/** The establishment's line, all of which come before the positions. */
export function ligneStructure(structure: StructureDemo, millesime: string): string {
  const { commune, voie } = structure;
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
    OUTRE_MER[commune.departement]?.code ?? commune.departement,
    commune.nomDepartement.toUpperCase(),
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

/** Where that establishment stands. */
export function lignePosition(structure: StructureDemo, millesime: string): string {
  const { nom, definition } = OUTRE_MER[structure.commune.departement]?.projection ?? LAMBERT_93;
  const [x, y] = convertisseurVers(definition).forward([structure.longitude, structure.latitude]) as [number, number];
  return [
    "geolocalisation",
    structure.finess,
    x.toFixed(1),
    y.toFixed(1),
    `1,DEMONSTRATION,100,IGN,BD_ADRESSE,V2.2,${nom}`,
    millesime,
  ].join(";");
}

const convertisseur = (definition: string) => proj4("WGS84", definition);
const convertisseurs = new Map<string, ReturnType<typeof convertisseur>>();

/** Reading a projection's definition costs more than using it: each is read once. */
function convertisseurVers(definition: string): ReturnType<typeof convertisseur> {
  const connu = convertisseurs.get(definition) ?? convertisseur(definition);
  convertisseurs.set(definition, connu);
  return connu;
}
