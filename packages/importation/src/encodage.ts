import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { type Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import iconv from "iconv-lite";

const ECHANTILLON = 1024 * 1024;
const OCTETS_PAR_LECTURE = 256 * 1024;

/**
 * Opens a published file as UTF-8 text, whatever it was written in: `.gz` is unpacked, and a file that is not valid
 * UTF-8 in its first megabyte is read as Windows-1252 (older FINESS files). Throws when the file cannot be read.
 */
export async function openPublishedText(path: string): Promise<Readable> {
  if (path.endsWith(".gz")) return createReadStream(path, { highWaterMark: OCTETS_PAR_LECTURE }).pipe(createGunzip());
  const encodage = await detecterEncodage(path);
  const octets = createReadStream(path, { highWaterMark: OCTETS_PAR_LECTURE });
  return encodage === "utf8" ? octets : reEncoder(octets);
}

async function detecterEncodage(path: string): Promise<"utf8" | "windows-1252"> {
  const fichier = await open(path);
  try {
    const { buffer, bytesRead } = await fichier.read(Buffer.alloc(ECHANTILLON), 0, ECHANTILLON, 0);
    return isUtf8(sansCaractereCoupe(buffer.subarray(0, bytesRead))) ? "utf8" : "windows-1252";
  } finally {
    await fichier.close();
  }
}

/** The sample may end inside a character: leave out everything after the last line feed, when there is one. */
function sansCaractereCoupe(octets: Buffer): Buffer {
  const fin = octets.lastIndexOf(0x0a);
  return octets.length < ECHANTILLON || fin === -1 ? octets : octets.subarray(0, fin);
}

function reEncoder(octets: Readable): Readable {
  const decodeur = iconv.getDecoder("windows-1252");
  return octets.pipe(
    new Transform({
      transform(morceau: Buffer, _encodage, suite) {
        suite(null, decodeur.write(morceau));
      },
      flush(suite) {
        suite(null, decodeur.end() ?? "");
      },
    }),
  );
}
