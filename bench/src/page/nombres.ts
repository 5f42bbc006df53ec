const francais = (decimales: number) =>
  new Intl.NumberFormat("fr-FR", { minimumFractionDigits: decimales, maximumFractionDigits: decimales });

/** Three significant figures are all that such a measure gives. */
export const nombre = (valeur: number): string => francais(valeur < 10 ? 2 : valeur < 100 ? 1 : 0).format(valeur);

/** A count, whole. */
export const compte = (valeur: number): string => francais(0).format(valeur);

/** « 12 (10 à 14) »: the middle round, and the spread of all. */
export function avecEtendue(milieu: number, [min, max]: readonly [number, number]): string {
  return `${nombre(milieu)} (${nombre(min)} à ${nombre(max)})`;
}

/** A Markdown table. */
export const tableau = (entete: readonly string[], lignes: readonly (readonly string[])[]): string =>
  [entete, entete.map(() => "---"), ...lignes].map((cellules) => `| ${cellules.join(" | ")} |`).join("\n");
