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

function codesDe(famille: string): readonly string[] {
  const trouvee = famillesDeSavoirFaire.find(({ code }) => code === famille);
  if (trouvee === undefined) throw new Error(`Famille de savoir-faire absente des données : ${famille}.`);
  return trouvee.codes;
}

/** Médecine générale : qualifié (SM26), spécialiste (SM53), diplôme (SM54). Source : NOS, TRE_R38 ; règle de l'ESP. */
export const CODES_MEDECINE_GENERALE: readonly string[] = codesDe("MEDECINE_GENERALE");

/** Les cinq mentions du diplôme d'infirmier en pratique avancée. Source : NOS, TRE_R38. */
export const CODES_IPA: readonly string[] = codesDe("IPA");
