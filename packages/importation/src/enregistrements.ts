import { parse } from "csv-parse/sync";
import { openPublishedText } from "./encodage.ts";

/** One record of a published file, with the number of its line (1 is the first of the file). */
export interface Enregistrement {
  readonly ligne: number;
  readonly champs: readonly string[];
}

interface FormatDelimite {
  readonly delimiter: string;
  /** False when the format has no quoted field. */
  readonly quote: '"' | false;
  /** Told of each line that cannot be read. */
  readonly onIllisible: (ligne: number, raison: string) => void;
}

/**
 * Reads the records of a delimited file, streaming; in these formats a record is a line, so a broken quote costs its
 * own line only. A line that cannot be read is given to `onIllisible` and the rest goes on; empty lines are passed over.
 * Throws when the file cannot be opened.
 */
export async function* readRecords(path: string, format: FormatDelimite): AsyncGenerator<Enregistrement> {
  let ligne = 0;
  for await (const texte of readLines(path)) {
    ligne += 1;
    if (texte === "") continue;
    const champs = lireChamps(texte, format);
    if (champs === null) format.onIllisible(ligne, "guillemets mal fermés");
    else yield { ligne, champs };
  }
}

function lireChamps(texte: string, { delimiter, quote }: FormatDelimite): readonly string[] | null {
  if (quote === false || !texte.includes(quote)) return texte.split(delimiter);
  try {
    return (parse(texte, { delimiter, quote, escape: quote }) as string[][])[0] ?? null;
  } catch {
    // csv-parse says where in the line; the report names the line, which is what a person can open.
    return null;
  }
}

/** Lines without their terminator; only LF and CRLF end a line, since other separators occur inside names. */
async function* readLines(path: string): AsyncGenerator<string> {
  const texte = await openPublishedText(path);
  texte.setEncoding("utf8");
  let reste = "";
  let premiere = true;
  for await (const morceau of texte as AsyncIterable<string>) {
    const lignes = (reste + (premiere ? morceau.replace(/^\uFEFF/, "") : morceau)).split("\n");
    premiere = false;
    reste = lignes.pop() ?? "";
    for (const ligne of lignes) yield ligne.endsWith("\r") ? ligne.slice(0, -1) : ligne;
  }
  if (reste !== "") yield reste;
}
