import type { ColonnesAttendues } from "@coordination/importation";

/**
 * The columns we read of « Extraction_Correspondance_MSSante » (31 in 2026), by their normalised names. Source: the data set
 * « Annuaire Santé, extraction des BAL MSSanté » of data.gouv.fr (resource afe01105-d9a1-41fe-921f-e40ea48b2ba6), as public
 * repositories that read it name them; those that describe the address are « … structure BAL » in some files and not in others.
 */
const NOMS_DE_COLONNES = {
  type: ["type de bal"],
  adresse: ["adresse bal"],
  typeIdentifiant: ["type identifiant pp", "type d identifiant pp"],
  identifiant: ["identifiant pp"],
  typeStructure: ["type identifiant structure"],
  structure: ["identification structure"],
  departement: ["departement structure bal", "departement"],
} as const satisfies Record<string, readonly string[]>;

type Colonne = keyof typeof NOMS_DE_COLONNES;

export const COLONNES = Object.keys(NOMS_DE_COLONNES) as readonly Colonne[];

export const EXTRACTION_MSSANTE: ColonnesAttendues<Colonne> = {
  noms: NOMS_DE_COLONNES,
  facultatives: new Set<Colonne>(["typeIdentifiant", "typeStructure", "departement"]),
  attendu: "une extraction « Correspondance_MSSante »",
};
