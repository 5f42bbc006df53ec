import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { openPublishedText } from "./encodage.ts";
import { FormatInattendu } from "./format-inattendu.ts";
import { LignesBrutes, type Projection, type SurDefaut } from "./lignes-brutes.ts";

/** A column of the staging table and where the file has it. */
interface ColonneLue {
  readonly nom: string;
  readonly position: number;
}

interface CopieDelimitee {
  /** The staging table, qualified: a column `ligne`, and the columns that `lireEntete` names, all text. */
  readonly table: string;
  /** Reads the first line. @throws FormatInattendu when the file is not the one expected. */
  readonly lireEntete: (champs: readonly string[]) => { colonnes: readonly ColonneLue[]; nombreDeColonnes: number };
  readonly onDefaut: SurDefaut;
}

/**
 * COPY of the wanted columns of a `|`-delimited published file, with back-pressure and the number of each line; an empty
 * field is NULL. Lines of another shape or encoding are told and the rest goes on. Returns the number of lines read.
 * @throws FormatInattendu when the file is empty, has nothing but a header, or has another's; Error when it cannot be opened.
 */
export async function copyDelimitedFile(
  client: pg.Client,
  path: string,
  { table, lireEntete, onDefaut }: CopieDelimitee,
): Promise<number> {
  const blocs = lireBlocs(await openPublishedText(path));
  const { entete, derniere, suite } = await lirePremiereLigne(blocs);
  const { colonnes, nombreDeColonnes } = lireEntete(entete.split("|"));
  const rangees = colonnes.toSorted((une, autre) => une.position - autre.position);
  const projection: Projection = { nombreDeColonnes, positions: rangees.map(({ position }) => position) };
  const lignes = new LignesBrutes(projection, derniere, onDefaut);
  async function* triees(): AsyncGenerator<Buffer> {
    if (suite.length > 0) yield lignes.trier(suite);
    for await (const bloc of blocs) yield lignes.trier(bloc);
  }
  const noms = ["ligne", ...rangees.map(({ nom }) => nom)].join(", ");
  // CSV has no escapes, and no field is quoted: the quote is a control character, which no line keeps.
  const ordre = `copy ${table} (${noms}) from stdin (format csv, delimiter '|', quote e'\\x01')`;
  await pipeline(Readable.from(triees()), client.query(copyFrom(ordre)));
  if (lignes.lues === 0) throw new FormatInattendu("Ce fichier n'a que son en-tête : aucune ligne à charger.");
  return lignes.lues;
}

/** Blocks of whole lines, each ended by a line feed, the last line included. */
async function* lireBlocs(octets: Readable): AsyncGenerator<Buffer> {
  let reste: Buffer = Buffer.alloc(0);
  for await (const morceau of octets as AsyncIterable<Buffer | string>) {
    const bloc = Buffer.concat([reste, Buffer.from(morceau as Buffer)]);
    const fin = bloc.lastIndexOf(0x0a) + 1;
    reste = bloc.subarray(fin);
    if (fin > 0) yield bloc.subarray(0, fin);
  }
  if (reste.length > 0) yield Buffer.concat([reste, Buffer.from("\n")]);
}

/** The first line that is not empty, its number, and the lines of its block that follow it. */
async function lirePremiereLigne(
  blocs: AsyncGenerator<Buffer>,
): Promise<{ entete: string; derniere: number; suite: Buffer }> {
  let derniere = 0;
  for (let { value, done } = await blocs.next(); done !== true; { value, done } = await blocs.next()) {
    let suite: Buffer = value;
    while (suite.length > 0) {
      const fin = suite.indexOf(0x0a);
      const entete = suite
        .toString("utf8", 0, fin)
        .replace(/^\uFEFF/, "")
        .replace(/\r$/, "");
      suite = suite.subarray(fin + 1);
      derniere += 1;
      if (entete !== "") return { entete, derniere, suite };
    }
  }
  throw new FormatInattendu("Ce fichier est vide.");
}
