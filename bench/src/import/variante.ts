import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const COLONNE_DU_TELEPHONE = 40;
const UNE_SUR = 20;

/** The same people a month later: one activity in twenty has another phone. */
export async function ecrireUneVariante(fichier: string, variante: string): Promise<void> {
  async function* lignes(): AsyncGenerator<string> {
    let rang = 0;
    for await (const ligne of createInterface({
      input: createReadStream(fichier),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      rang += 1;
      yield rang === 1 || rang % UNE_SUR !== 0 ? `${ligne}\n` : `${changerLeTelephone(ligne)}\n`;
    }
  }
  await pipeline(Readable.from(lignes()), createWriteStream(variante));
}

const changerLeTelephone = (ligne: string): string =>
  ligne.split("|").with(COLONNE_DU_TELEPHONE, "0199009999").join("|");
