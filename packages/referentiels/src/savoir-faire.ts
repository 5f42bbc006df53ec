import { CODES_IPA, CODES_MEDECINE_GENERALE, famillesDeSavoirFaire } from "./familles.ts";
import { indexer, lireTable, type Nomenclature } from "./nomenclature.ts";
import { creerRecherche } from "./recherche.ts";

/** Un savoir-faire : spécialité ordinale ou mention de pratique avancée. */
export interface SavoirFaire {
  readonly code: string;
  readonly libelle: string;
  /** Libellé du type de savoir-faire, tel que l'annuaire du RPPS le publie. */
  readonly type: string;
}

interface Famille {
  readonly prefixe: RegExp;
  readonly profession: string;
  readonly type: string;
}

const MEDECIN = "10";
const CHIRURGIEN_DENTISTE = "40";
const INFIRMIER = "60";

/** The prefix of a TRE_R38 code says whose know-how it is. */
const FAMILLES: readonly Famille[] = [
  { prefixe: /^SM\d/, profession: MEDECIN, type: "Spécialité ordinale" },
  { prefixe: /^SCD\d/, profession: CHIRURGIEN_DENTISTE, type: "Spécialité ordinale" },
  { prefixe: /^SI\d/, profession: INFIRMIER, type: "Pratique avancée" },
];

const table = lireTable("savoir-faire.json");

export const nomenclatureDesSavoirFaire: Nomenclature = table.nomenclature;

const familleDe = (code: string): Famille | undefined => FAMILLES.find(({ prefixe }) => prefixe.test(code));

const savoirFaire: readonly SavoirFaire[] = table.valeurs.map(({ code, libelle }) => ({
  code,
  libelle,
  type: familleDe(code)?.type ?? "Savoir-faire",
}));

const parCode = indexer(savoirFaire);

/** The know-how of a code; `null` when our extract does not know it (it may still exist). */
export function findSavoirFaire(code: string): SavoirFaire | null {
  return parCode.get(code) ?? null;
}

/** The know-hows a profession may have; all of them without a profession, none for a profession that has no list. */
export function savoirFaireDeProfession(profession?: string): readonly SavoirFaire[] {
  return profession === undefined
    ? savoirFaire
    : savoirFaire.filter(({ code }) => familleDe(code)?.profession === profession);
}

/** A doctor with one of the three general-practice know-hows. */
export function estMedecinGeneraliste(profession: string, codesSavoirFaire: readonly string[]): boolean {
  return profession === MEDECIN && codesSavoirFaire.some((code) => CODES_MEDECINE_GENERALE.includes(code));
}

/** A nurse with one of the five advanced-practice mentions. */
export function estIpa(profession: string, codesSavoirFaire: readonly string[]): boolean {
  return profession === INFIRMIER && codesSavoirFaire.some((code) => CODES_IPA.includes(code));
}

/**
 * Searches among know-hows (ours by default), and among the families that hold at least one of them: choosing a family
 * finds all its children (`developperCodes`).
 */
export function rechercherSavoirFaire(
  texte: string,
  parmi: readonly SavoirFaire[] = savoirFaire,
): readonly SavoirFaire[] {
  const codes = new Set(parmi.map(({ code }) => code));
  const familles = famillesDeSavoirFaire.filter((famille) => famille.codes.some((code) => codes.has(code)));
  return creerRecherche<SavoirFaire>([...familles, ...parmi])(texte).map(({ code, libelle, type }) => ({
    code,
    libelle,
    type,
  }));
}
