import type { RapportImport } from "@coordination/importation";
import { codeInseeValide } from "@coordination/referentiels";
import type { Row, SheetData } from "read-excel-file/node";
import { type ColonnesApl, trouverColonnes } from "./colonnes-apl.ts";

/** Columns of a row that was read, in order: line in the sheet, code, then the figures as exact decimals. */
export const COLONNES_LUES = [
  "ligne",
  "code",
  "valeur",
  "valeur_sans_plus_de_65_ans",
  "population_standardisee",
  "population_totale",
] as const;

type LigneApl = readonly (string | null)[];

const DEFAUTS = {
  CODE_INSEE: "pas de code de commune en première colonne",
  DOUBLON: "commune déjà lue dans cette feuille",
  NON_PUBLIEE: "accessibilité non publiée pour cette commune",
  VALEUR: "accessibilité illisible",
} as const;

/** The communes of a sheet; rows that cannot be used are told to the report, with their line number. Throws FormatInattendu. */
export function* lireApl(feuille: SheetData, rapport: RapportImport): Generator<LigneApl> {
  const colonnes = trouverColonnes(feuille);
  const vues = new Set<string>();
  for (const [rang, ligne] of feuille.entries()) {
    if (rang < colonnes.debut || ligne.every((cellule) => cellule === null)) continue;
    rapport.lue();
    const numero = rang + 1;
    const code = codeDe(ligne[colonnes.code]);
    const valeur = nombre(ligne[colonnes.valeur]);
    const defaut = defautDe(code, valeur, vues);
    if (defaut !== null) {
      rapport.rejeter(numero, defaut, DEFAUTS[defaut]);
      continue;
    }
    vues.add(code);
    yield [
      String(numero),
      code,
      valeur ?? null,
      ...figures(ligne, colonnes, (champ) => rapport.signaler(numero, ...champ)),
    ];
  }
}

function defautDe(
  code: string,
  valeur: string | null | undefined,
  vues: ReadonlySet<string>,
): keyof typeof DEFAUTS | null {
  if (!codeInseeValide(code)) return "CODE_INSEE";
  if (vues.has(code)) return "DOUBLON";
  if (valeur === null) return "NON_PUBLIEE";
  return valeur === undefined ? "VALEUR" : null;
}

type Remarque = readonly [code: string, libelle: string];

/** The other figures; one that is unreadable is left empty and told, since the row still says something. */
function figures(ligne: Row, colonnes: ColonnesApl, signaler: (remarque: Remarque) => void): (string | null)[] {
  const lire = (colonne: number | null, remarque: Remarque): string | null => {
    const lue = colonne === null ? null : nombre(ligne[colonne]);
    if (lue === undefined) signaler(remarque);
    return lue ?? null;
  };
  const poids = lire(colonnes.populationStandardisee, ["POPULATION", "population standardisée illisible"]);
  if (poids === null) signaler(["SANS_POIDS", "sans population standardisée : ne compte dans aucune moyenne"]);
  return [
    lire(colonnes.valeurSansPlusDe65Ans, ["SANS_PLUS_DE_65_ANS", "accessibilité sans les plus de 65 ans illisible"]),
    poids,
    lire(colonnes.populationTotale, ["POPULATION", "population totale illisible"]),
  ];
}

/** A spreadsheet that took a code for a number lost its first zero. */
const codeDe = (cellule: Row[number] | undefined): string =>
  typeof cellule === "number"
    ? String(cellule).padStart(5, "0")
    : String(cellule ?? "")
        .trim()
        .toUpperCase();

/** A figure of 0 or more as a decimal, null when the cell is empty, undefined when it is something else. */
function nombre(cellule: Row[number] | undefined): string | null | undefined {
  if (cellule === null || cellule === undefined) return null;
  const ecrit = typeof cellule === "number" ? String(cellule) : String(cellule).trim().replace(",", ".");
  if (ecrit === "") return null;
  return /^\d+(\.\d+)?(e-\d+)?$/.test(ecrit) ? ecrit : undefined;
}
