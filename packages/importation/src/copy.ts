import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

type Ligne = readonly (string | number | boolean | null)[];

const OCTETS_PAR_MORCEAU = 64 * 1024;

/**
 * COPY of rows into `table` (already qualified), in text format, with back-pressure. Returns the number of rows sent.
 * Values are escaped here; `table` and `columns` come from code, never from a file.
 */
export async function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<Ligne> | Iterable<Ligne>,
): Promise<number> {
  let nombre = 0;
  async function* morceaux(): AsyncGenerator<string> {
    let tampon = "";
    for await (const row of rows) {
      nombre += 1;
      tampon += `${row.map(enTexteCopy).join("\t")}\n`;
      if (tampon.length >= OCTETS_PAR_MORCEAU) {
        yield tampon;
        tampon = "";
      }
    }
    if (tampon !== "") yield tampon;
  }
  await pipeline(Readable.from(morceaux()), client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`)));
  return nombre;
}

const ECHAPPEMENTS: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** COPY text format: \N is null, backslash and separators are escaped; U+0000 cannot be stored and is dropped. */
const enTexteCopy = (valeur: string | number | boolean | null): string =>
  valeur === null
    ? "\\N"
    : String(valeur)
        .replaceAll("\u0000", "")
        .replaceAll(/[\\\t\n\r]/g, (signe) => ECHAPPEMENTS[signe] ?? signe);
