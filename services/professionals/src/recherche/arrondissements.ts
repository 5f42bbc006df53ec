const suite = (premier: number, nombre: number): string[] =>
  Array.from({ length: nombre }, (_, rang) => String(premier + rang));

/** The three cities that have municipal arrondissements, each a code of its own in addresses. Source: INSEE, COG. */
const VILLES: readonly (readonly [ville: string, arrondissements: readonly string[]])[] = [
  ["75056", suite(75101, 20)],
  ["69123", suite(69381, 9)],
  ["13055", suite(13201, 16)],
];

const AUSSI: ReadonlyMap<string, readonly string[]> = new Map([
  ...VILLES,
  ...VILLES.flatMap(([ville, arrondissements]) => arrondissements.map((code) => [code, [ville]] as const)),
]);

/** A city also stands for its arrondissements, and an arrondissement for addresses that only name its city. */
export const avecArrondissements = (codes: readonly string[]): string[] =>
  codes.flatMap((code) => [code, ...(AUSSI.get(code) ?? [])]);

const ARRONDISSEMENTS: ReadonlyMap<string, readonly string[]> = new Map(VILLES);
const enDetail = (codes: readonly string[]): string[] =>
  codes.flatMap((code) => [code, ...(ARRONDISSEMENTS.get(code) ?? [])]);

/** What two lists of communes have in common: a city has all of its arrondissements. */
export function enCommun(unes: readonly string[], autres: readonly string[]): string[] {
  const connues = new Set(enDetail(autres));
  return [...new Set(enDetail(unes).filter((code) => connues.has(code)))];
}
