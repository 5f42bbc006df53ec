import { indexer, lireTable, type Nomenclature, type Valeur } from "./nomenclature.ts";

const table = lireTable("types-offre.json");

export const nomenclatureDesTypesOffre: Nomenclature = table.nomenclature;

/** Kinds of offer of the ROR (TRE_R244), those of our extract. */
export const typesOffre: readonly Valeur[] = table.valeurs;

const parCode = indexer(typesOffre);

/** The kind of offer of a code, or `null`: our extract does not know all of them. */
export function findTypeOffre(code: string): Valeur | null {
  return parCode.get(code) ?? null;
}
