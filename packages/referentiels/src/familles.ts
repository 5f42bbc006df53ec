import { lireTable, type Nomenclature, type Valeur } from "./nomenclature.ts";

interface ValeurFamille extends Valeur {
  readonly synonymes: readonly string[];
  readonly codes: readonly string[];
}

/** Plusieurs savoir-faire que l'on cherche ensemble, sous un code à eux. */
export interface FamilleDeSavoirFaire {
  readonly code: string;
  readonly libelle: string;
  readonly type: string;
  /** Other words people use for it. */
  readonly synonymes: readonly string[];
  /** Its children, codes of TRE_R38. */
  readonly codes: readonly string[];
}

const table = lireTable<ValeurFamille>("familles-savoir-faire.json");

export const nomenclatureDesFamilles: Nomenclature = table.nomenclature;

export const famillesDeSavoirFaire: readonly FamilleDeSavoirFaire[] = table.valeurs.map((valeur) => ({
  ...valeur,
  type: "Famille de savoir-faire",
}));

/** A family by its code; `null` when none has it. */
export const findFamille = (code: string): FamilleDeSavoirFaire | null =>
  famillesDeSavoirFaire.find((famille) => famille.code === code) ?? null;

function codesDe(code: string): readonly string[] {
  const trouvee = findFamille(code);
  if (trouvee === null) throw new Error(`Famille de savoir-faire absente des données : ${code}.`);
  return trouvee.codes;
}

/** The family of the three codes of general practice. */
export const MEDECINE_GENERALE = "MEDECINE_GENERALE";

/** Médecine générale : qualifié (SM26), spécialiste (SM53), diplôme (SM54). Source : NOS, TRE_R38 ; règle de l'ESP. */
export const CODES_MEDECINE_GENERALE: readonly string[] = codesDe(MEDECINE_GENERALE);

/** Les cinq mentions du diplôme d'infirmier en pratique avancée. Source : NOS, TRE_R38. */
export const CODES_IPA: readonly string[] = codesDe("IPA");
