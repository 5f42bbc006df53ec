import { FormatInattendu } from "@coordination/importation";
import type { Row, SheetData } from "read-excel-file/node";

/** Where each figure stands in a sheet of the DREES workbook; null for a column that this vintage does not have. */
export interface ColonnesApl {
  readonly code: number;
  readonly valeur: number;
  readonly valeurSansPlusDe65Ans: number | null;
  readonly populationStandardisee: number | null;
  readonly populationTotale: number | null;
  /** Index of the first row of communes. */
  readonly debut: number;
}

const ENTETE_DU_CODE = "code commune insee";
const ENTETE_DE_LA_VALEUR = "apl aux medecins generalistes";
/** The published sheets have 8 lines of title; a few more do no harm. */
const LIGNES_DE_TITRE_MAXIMUM = 30;

/** A header as it is compared: no case, no accent, single spaces. */
const reduit = (cellule: Row[number] | undefined): string =>
  String(cellule ?? "")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();

/**
 * Finds the header under the title, and the columns by their words: their order and their year change with the vintage.
 * Throws FormatInattendu when it is no sheet of accessibility to general practitioners, in consultations.
 */
export function trouverColonnes(feuille: SheetData): ColonnesApl {
  const rang = feuille
    .slice(0, LIGNES_DE_TITRE_MAXIMUM)
    .findIndex((ligne) => ligne.some((cellule) => reduit(cellule) === ENTETE_DU_CODE));
  if (rang === -1) throw new FormatInattendu("Cette feuille n'a pas de colonne « Code commune INSEE ».");
  const entetes = (feuille[rang] ?? []).map(reduit);
  const valeur = entetes.indexOf(ENTETE_DE_LA_VALEUR);
  if (valeur === -1) throw new FormatInattendu("Cette feuille n'a pas de colonne « APL aux médecins généralistes ».");
  const code = entetes.indexOf(ENTETE_DU_CODE);
  const commencantPar = (debut: string): number | null => {
    const trouve = entetes.findIndex((entete) => entete.startsWith(debut));
    return trouve === -1 ? null : trouve;
  };
  return {
    code,
    valeur,
    valeurSansPlusDe65Ans: commencantPar(`${ENTETE_DE_LA_VALEUR} de 65 ans`),
    populationStandardisee: commencantPar("population standardisee"),
    populationTotale: commencantPar("population totale"),
    debut: rang + 1 + (aUneLigneDUnites(feuille[rang + 1], { code, valeur }) ? 1 : 0),
  };
}

/** The line of units has no code. Throws FormatInattendu when it says another unit: the threshold would be meaningless. */
function aUneLigneDUnites(ligne: Row | undefined, { code, valeur }: Pick<ColonnesApl, "code" | "valeur">): boolean {
  if (ligne === undefined || reduit(ligne[code]) !== "") return false;
  const unite = reduit(ligne[valeur]);
  if (unite !== "" && !unite.includes("consultation")) {
    throw new FormatInattendu(`L'unité de cette feuille n'est pas la consultation : « ${String(ligne[valeur])} ».`);
  }
  return unite !== "";
}
