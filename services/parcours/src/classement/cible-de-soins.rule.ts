import type { NatureBesoin, TypeStructure } from "@coordination/vocabulaire";

const NATURES_DE_SOINS: ReadonlySet<NatureBesoin> = new Set(["SOINS", "EXPERTISE", "SANTE_MENTALE", "PREVENTION"]);
const TYPES_QUI_NE_SOIGNENT_PAS: ReadonlySet<TypeStructure> = new Set(["DAC", "CPTS", "SAMU"]);

/**
 * Un DAC et une CPTS ne soignent pas, un SAMU s'appelle : ils ne reçoivent jamais d'orientation de soins.
 * Source : CSP L.6327-1 ; domaine §0 ; relevé S210.
 * @param type `null` : inconnu, donc laissé à l'annuaire
 */
export const peutRecevoir = (type: TypeStructure | null, nature: NatureBesoin): boolean =>
  type === null || !NATURES_DE_SOINS.has(nature) || !TYPES_QUI_NE_SOIGNENT_PAS.has(type);
