import { findCategorie } from "./categories.ts";

/** The words of the contract's `enum TypeStructure` that a FINESS category can lead to. */
export type TypeStructure =
  | "MSP"
  | "CENTRE_DE_SANTE"
  | "CPTS"
  | "DAC"
  | "SAS"
  | "SAMU"
  | "MAISON_MEDICALE_DE_GARDE"
  | "ETABLISSEMENT_DE_SANTE"
  | "EHPAD"
  | "SERVICE_A_DOMICILE"
  | "ETABLISSEMENT_HANDICAP"
  | "SERVICE_SOCIAL"
  | "SANTE_MENTALE"
  | "EQUIPE_SOINS_SPECIALISES"
  | "PHARMACIE"
  | "LABORATOIRE"
  | "CABINET"
  | "SOCIETE_TELECONSULTATION"
  | "CENTRE_MEDICAL_ARMEES"
  | "AUTRE";

/** Categories that do not follow their aggregate, or whose aggregate mixes several types. */
const PAR_CATEGORIE: ReadonlyMap<string, TypeStructure> = new Map([
  // Coordinated practice and access to care: one category each, inside mixed aggregates (2103, 2206, 3408).
  ["603", "MSP"],
  ["604", "CPTS"],
  ["606", "DAC"],
  ["617", "MAISON_MEDICALE_DE_GARDE"],
  ["639", "SOCIETE_TELECONSULTATION"],
  ["647", "EQUIPE_SOINS_SPECIALISES"],
  ["648", "SAS"],
  // Under the hospital law, yet no hospital: spas, groupings that only share means.
  ["126", "AUTRE"],
  ["426", "AUTRE"],
  ["695", "AUTRE"],
  ["696", "AUTRE"],
  ["114", "ETABLISSEMENT_DE_SANTE"],
  // Dispensing medicines to the public, in an aggregate that also holds makers and oxygen suppliers.
  ["620", "PHARMACIE"],
  ["627", "PHARMACIE"],
  ["628", "PHARMACIE"],
  ["629", "PHARMACIE"],
  ["641", "PHARMACIE"],
  // Psychological care of children and students, filed under handicap; addiction care, filed under "other medico-social".
  ["189", "SANTE_MENTALE"],
  ["221", "SANTE_MENTALE"],
  ["160", "SANTE_MENTALE"],
  ["162", "SANTE_MENTALE"],
  ["178", "SANTE_MENTALE"],
  ["197", "SANTE_MENTALE"],
  // Sheltered housing without care is no nursing home.
  ["202", "AUTRE"],
  ["393", "AUTRE"],
  ["002", "AUTRE"],
  // Help and care at home, scattered over the publics they serve.
  ["208", "SERVICE_A_DOMICILE"],
  ["209", "SERVICE_A_DOMICILE"],
  ["346", "SERVICE_A_DOMICILE"],
  ["354", "SERVICE_A_DOMICILE"],
  ["368", "SERVICE_A_DOMICILE"],
  ["397", "SERVICE_A_DOMICILE"],
  ["450", "SERVICE_A_DOMICILE"],
  ["460", "SERVICE_A_DOMICILE"],
  ["640", "SERVICE_A_DOMICILE"],
  ["461", "AUTRE"],
]);

/** Aggregates, looked up from the finest to the broadest; one that is missing says nothing and lets the broader one speak. */
const PAR_AGREGAT: ReadonlyMap<string, TypeStructure> = new Map([
  ["1000", "ETABLISSEMENT_DE_SANTE"],
  ["1103", "SANTE_MENTALE"],
  ["1111", "SANTE_MENTALE"],
  ["1113", "SANTE_MENTALE"],
  ["1201", "SERVICE_A_DOMICILE"],
  ["1202", "SANTE_MENTALE"],
  ["1204", "SAMU"],
  ["2101", "CABINET"],
  ["2102", "CABINET"],
  ["2105", "CABINET"],
  ["2204", "ETABLISSEMENT_DE_SANTE"],
  ["2205", "CENTRE_MEDICAL_ARMEES"],
  ["2206", "CENTRE_DE_SANTE"],
  ["3100", "LABORATOIRE"],
  ["4100", "ETABLISSEMENT_HANDICAP"],
  ["4200", "ETABLISSEMENT_HANDICAP"],
  ["4300", "ETABLISSEMENT_HANDICAP"],
  ["4401", "EHPAD"],
  ["4500", "SERVICE_SOCIAL"],
  ["4600", "SERVICE_SOCIAL"],
  ["4609", "ETABLISSEMENT_HANDICAP"],
  ["5104", "SERVICE_SOCIAL"],
]);

/**
 * The contract's type of a FINESS category: by the category itself, else by its finest known aggregate, else AUTRE
 * (prevention, transfusion, schools, nurseries, a category newer than our list).
 */
export function typeDeStructure(categorie: string): TypeStructure {
  const propre = PAR_CATEGORIE.get(categorie);
  if (propre !== undefined) return propre;
  const agregats = findCategorie(categorie)?.agregats ?? [];
  return agregats.map(({ code }) => PAR_AGREGAT.get(code)).find((type) => type !== undefined) ?? "AUTRE";
}
