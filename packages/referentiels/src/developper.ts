import { agregats, categoriesDeAgregat } from "./categories.ts";
import { CODES_MEDECINE_GENERALE, famillesDeSavoirFaire } from "./familles.ts";

/** Every code that stands for several, with its children. */
const enfants: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  // One practice named at three times: whoever asks for one of the three asks for all.
  ...CODES_MEDECINE_GENERALE.map((code) => [code, CODES_MEDECINE_GENERALE] as const),
  ...famillesDeSavoirFaire.map(({ code, codes }) => [code, codes] as const),
  ...agregats.map(({ code }) => [code, categoriesDeAgregat(code).map((categorie) => categorie.code)] as const),
]);

/**
 * The codes that a filter must look for: a family gives its children (know-how families, FINESS aggregates of the three
 * levels), a general-practice code the three of them, any other code itself. Without duplicates, in the order asked.
 */
export function developperCodes(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.flatMap((code) => enfants.get(code) ?? [code]))];
}
