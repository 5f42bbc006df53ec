import { stat } from "node:fs/promises";
import { basename } from "node:path";

/** The date in the file's name (« …_202611220000.txt »), else the day it was written. */
export async function lireMillesime(fichier: string): Promise<string> {
  const date = /(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{0,6}(?=\.)/.exec(basename(fichier));
  if (date !== null) return date.slice(1, 4).join("-");
  const { mtime } = await stat(fichier);
  return mtime.toISOString().slice(0, 10);
}
