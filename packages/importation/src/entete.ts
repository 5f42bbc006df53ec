import { FormatInattendu } from "./format-inattendu.ts";

/** What an importer reads of a file: the names that published headers gave to each column, normalised. */
export interface ColonnesAttendues<Colonne extends string> {
  readonly noms: Readonly<Record<Colonne, readonly string[]>>;
  /** Those that a file may lack. */
  readonly facultatives: ReadonlySet<Colonne>;
  /** Says what the file should have been: « une extraction RPPS “Personne_activite” ». */
  readonly attendu: string;
}

/** Where each column stands in this file, and how many columns its lines have. */
export interface Entete<Colonne extends string> {
  readonly positions: Readonly<Partial<Record<Colonne, number>>>;
  readonly nombreDeColonnes: number;
}

/** « Code Département (structure) » and « Code département (coord. structure) » are the same column. */
function normaliserNom(nom: string): string {
  const sansPrecision = nom.replace(/\([^)]*\)/g, "");
  const sansAccents = sansPrecision.normalize("NFD").replace(/\p{M}/gu, "");
  return sansAccents
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * Reads a header by names, never by position: published files gain columns, and change case, accents and suffixes.
 * The phantom column after a last delimiter is not counted.
 * @throws FormatInattendu (French) naming the columns that are missing.
 */
export function lireEntete<Colonne extends string>(
  champs: readonly string[],
  { noms, facultatives, attendu }: ColonnesAttendues<Colonne>,
): Entete<Colonne> {
  const publies = champs.map(normaliserNom);
  const positions: Partial<Record<Colonne, number>> = {};
  const absentes: string[] = [];
  for (const [colonne, admis] of Object.entries(noms) as [Colonne, readonly string[]][]) {
    const position = publies.findIndex((nom) => admis.includes(nom));
    if (position !== -1) positions[colonne] = position;
    else if (!facultatives.has(colonne)) absentes.push(`« ${admis[0]} »`);
  }
  if (absentes.length > 0) {
    throw new FormatInattendu(`Ce fichier n'est pas ${attendu} : colonnes absentes ${absentes.join(", ")}.`);
  }
  return { positions, nombreDeColonnes: publies.at(-1) === "" ? publies.length - 1 : publies.length };
}
