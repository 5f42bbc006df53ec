import { finessInvente } from "./cles.ts";

/** The structures and people that documentation, profiles and tests cite by name; the others are drawn. */
export interface StructureNommee {
  readonly cle: CleDeStructure;
  readonly finess: string;
  readonly nom: string;
  readonly categorie: string;
  readonly libelleCategorie: string;
  readonly codeInsee: string;
}

export type CleDeStructure = "DAC" | "CPTS_VILLEURBANNE" | "CPTS_BOURG" | "MSP_ELIGIBLE" | "MSP_ASSOCIATION" | "SAS";

export const VILLEURBANNE = "69266";
export const BOURG_EN_BRESSE = "01053";
const CHATILLON_SUR_CHALARONNE = "01093";
const LYON_3 = "69383";

const nommee = (
  cle: CleDeStructure,
  rang: number,
  nom: string,
  categorie: string,
  libelleCategorie: string,
  codeInsee: string,
): StructureNommee => ({
  cle,
  finess: finessInvente(codeInsee.slice(0, 2), rang),
  nom,
  categorie,
  libelleCategorie,
  codeInsee,
});

const LIBELLE_CPTS = "Communautés professionnelles territoriales de santé (CPTS)";
const LIBELLE_MSP = "Maison de santé (L.6223-3)";

export const STRUCTURES_NOMMEES: readonly StructureNommee[] = [
  nommee("DAC", 1, "DAC DU RHONE DE DEMONSTRATION", "606", "Dispositif d'appui à la coordination", LYON_3),
  nommee("CPTS_VILLEURBANNE", 2, "CPTS DES GRATTE-CIEL", "604", LIBELLE_CPTS, VILLEURBANNE),
  nommee("CPTS_BOURG", 3, "CPTS DU BASSIN BURGIEN", "604", LIBELLE_CPTS, BOURG_EN_BRESSE),
  nommee("MSP_ELIGIBLE", 4, "MSP DES GRATTE-CIEL", "603", LIBELLE_MSP, VILLEURBANNE),
  nommee("MSP_ASSOCIATION", 5, "MSP DE LA CHALARONNE", "603", LIBELLE_MSP, CHATILLON_SUR_CHALARONNE),
  nommee(
    "SAS",
    6,
    "SERVICE D'ACCES AUX SOINS DE DEMONSTRATION",
    "648",
    "Structure qui contribue au Service d'Accès aux Soins",
    LYON_3,
  ),
];

/** The API identifier of a named structure: 1 + FINESS. */
export function idDeStructure(cle: CleDeStructure): string {
  const trouvee = STRUCTURES_NOMMEES.find((structure) => structure.cle === cle);
  if (trouvee === undefined) throw new Error(`Structure de démonstration inconnue : ${cle}`);
  return `1${trouvee.finess}`;
}

/** Structures that FINESS does not describe have a UUID, fixed here. */
export const ID_ESP = "7a1f0c1e-4d5b-4c6a-9e51-3f0d6b2a9c01";
export const ID_MEDICOBUS = "7a1f0c1e-4d5b-4c6a-9e51-3f0d6b2a9c02";
export const ID_SAMU = "7a1f0c1e-4d5b-4c6a-9e51-3f0d6b2a9c03";
export const ID_MAISON_DE_L_ENFANT = "7a1f0c1e-4d5b-4c6a-9e51-3f0d6b2a9c04";
export const ID_CENTRE_SANS_RENDEZ_VOUS = "7a1f0c1e-4d5b-4c6a-9e51-3f0d6b2a9c05";
export const ID_CABINET_DE_MONTAGNE = "7a1f0c1e-4d5b-4c6a-9e51-3f0d6b2a9c06";
export const ID_CENTRE_DES_ARMEES = "7a1f0c1e-4d5b-4c6a-9e51-3f0d6b2a9c07";
export const ID_GHT = "7a1f0c1e-4d5b-4c6a-9e51-3f0d6b2a9c08";
