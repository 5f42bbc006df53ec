import { codeInseeValide, departementDeCommune } from "@coordination/referentiels";

/** FINESS numbers overseas départements with a letter: 9A is 971. Source: FINESS documentation. */
const DEPARTEMENTS_D_OUTRE_MER: Readonly<Record<string, string>> = {
  "9A": "971",
  "9B": "972",
  "9C": "973",
  "9D": "974",
  "9E": "975",
  "9F": "976",
};

/** Saint-Barthélemy and Saint-Martin left Guadeloupe in 2007; FINESS still writes their old codes. Source: INSEE, COG. */
const CODES_CHANGES: Readonly<Record<string, string>> = { "97123": "97701", "97127": "97801" };

/** The INSEE code of FINESS's `departement` and three-digit `commune`; null when they name no commune. */
export function codeInseeDeFiness(departement: string, commune: string): string | null {
  const outreMer = DEPARTEMENTS_D_OUTRE_MER[departement.toUpperCase()];
  // Overseas the three digits of the commune begin with the third of the département: 9D and 411 are 97411.
  const code = outreMer === undefined ? departement.toUpperCase() + commune : `97${commune}`;
  if (!codeInseeValide(code) || (outreMer !== undefined && departementDeCommune(code) !== outreMer)) return null;
  return CODES_CHANGES[code] ?? code;
}

/** The INSEE code of a whole code (2020 files), null when it is none. */
export const codeInseeDeCog = (cog: string): string | null =>
  codeInseeValide(cog) ? (CODES_CHANGES[cog] ?? cog) : null;
