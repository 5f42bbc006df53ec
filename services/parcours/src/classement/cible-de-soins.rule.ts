import type { NatureBesoin, TypeStructure, Verdict } from "@coordination/vocabulaire";

const NATURES_DE_SOINS: ReadonlySet<NatureBesoin> = new Set(["SOINS", "EXPERTISE", "SANTE_MENTALE", "PREVENTION"]);
const TYPES_QUI_NE_SOIGNENT_PAS: ReadonlySet<TypeStructure> = new Set(["DAC", "CPTS", "SAMU"]);

/**
 * Un DAC et une CPTS ne soignent pas, un SAMU s'appelle : ils ne reçoivent jamais d'orientation de soins.
 * Source : CSP L.6327-1 ; domaine §0 ; relevé S210.
 * @param type `null` : inconnu, donc laissé à l'annuaire
 */
export const peutRecevoir = (type: TypeStructure | null, nature: NatureBesoin): boolean =>
  type === null || !NATURES_DE_SOINS.has(nature) || !TYPES_QUI_NE_SOIGNENT_PAS.has(type);

/** Ce qu'il faut savoir pour dire si une CPTS peut être sollicitée. */
export interface MiseEnRelation {
  readonly type: TypeStructure | null;
  /** Vrai quand on ne demande qu'une mise en relation. */
  readonly contact: boolean;
  readonly sansMedecinTraitant: Verdict;
}

/**
 * Une CPTS ne soigne pas, mais aide une personne sans médecin traitant à en trouver un : on la sollicite pour une mise en relation.
 * Un fait inconnu ne suffit pas.
 */
export const peutMettreEnRelation = ({ type, contact, sansMedecinTraitant }: MiseEnRelation): boolean =>
  type === "CPTS" && contact && sansMedecinTraitant === "OUI";

/** Un DAC répond à une demande d'appui, et lui seul : un type inconnu ne suffit pas. Source : domaine §3.2 (la demande d'appui). */
export const peutAppuyer = (type: TypeStructure | null): boolean => type === "DAC";
