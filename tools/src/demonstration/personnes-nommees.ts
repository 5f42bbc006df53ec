import { rppsInvente } from "./cles.ts";
import { BOURG_EN_BRESSE, type CleDeStructure, VILLEURBANNE } from "./structures-nommees.ts";

/** People who stand behind a profile of the local identity provider, or are members of a named structure. */
export interface PersonneNommee {
  readonly rpps: string;
  readonly civilite: "M" | "MME";
  readonly prenom: string;
  readonly nom: string;
  readonly profession: string;
  readonly libelleProfession: string;
  readonly savoirFaire: string | null;
  readonly structure: CleDeStructure | null;
  readonly codeInsee: string;
  readonly coordination: boolean;
}

const INFIRMIER = ["60", "Infirmier", null] as const;
const GENERALISTE = ["10", "Médecin", "SM54"] as const;

function personne(
  rang: number,
  civilite: "M" | "MME",
  prenom: string,
  nom: string,
  [profession, libelleProfession, savoirFaire]: readonly [string, string, string | null],
  structure: CleDeStructure | null,
  codeInsee: string,
  coordination = false,
): PersonneNommee {
  return {
    rpps: rppsInvente(rang),
    civilite,
    prenom,
    nom,
    profession,
    libelleProfession,
    savoirFaire,
    structure,
    codeInsee,
    coordination,
  };
}

/** Ranks 1 to 99 of the invented RPPS numbers are kept for named people; the first three are those of the profiles. */
export const PERSONNES_NOMMEES = {
  coordinatriceDac: personne(1, "MME", "Maëlle", "FONTANGES", INFIRMIER, "DAC", "69383", true),
  generalisteMsp: personne(2, "M", "Basile", "ORCIVAL", GENERALISTE, "MSP_ELIGIBLE", VILLEURBANNE),
  infirmiereMsp: personne(3, "MME", "Solène", "VAUZELLE", INFIRMIER, "MSP_ELIGIBLE", VILLEURBANNE),
  secondeGeneralisteMsp: personne(4, "MME", "Capucine", "REVOLAT", GENERALISTE, "MSP_ELIGIBLE", VILLEURBANNE),
  kinesitherapeuteMsp: personne(
    5,
    "M",
    "Éloi",
    "PONCETTON",
    ["70", "Masseur-Kinésithérapeute", null],
    "MSP_ELIGIBLE",
    VILLEURBANNE,
  ),
  generalisteAssociation: personne(6, "M", "Octave", "MERCANTON", GENERALISTE, "MSP_ASSOCIATION", "01093"),
  infirmierAssociation: personne(7, "M", "Malo", "PUTHOD", INFIRMIER, "MSP_ASSOCIATION", "01093"),
  generalisteEsp: personne(8, "MME", "Sixtine", "VIALLATON", GENERALISTE, null, BOURG_EN_BRESSE),
  pharmacienneEsp: personne(9, "MME", "Rachida", "SERVANIN", ["21", "Pharmacien", null], null, BOURG_EN_BRESSE),
} as const;
