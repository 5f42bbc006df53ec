import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { withAdminClient } from "@coordination/database";
import { from as copyFrom } from "pg-copy-streams";

const COLONNES = 57;

/** What psql's `\copy` would take: the file as it is, into as many text columns as its lines have. Milliseconds. */
export const copierSansLire = (adminUrl: string, fichier: string): Promise<number> =>
  withAdminClient(adminUrl, async (client) => {
    const colonnes = Array.from({ length: COLONNES }, (_, rang) => `c${rang} text`).join(", ");
    await client.query(
      `drop table if exists public.copie_de_reference; create table public.copie_de_reference (${colonnes})`,
    );
    const debut = performance.now();
    // No character of the file is U+0001: nothing is quoted.
    const copie = copyFrom(
      "copy public.copie_de_reference from stdin with (format csv, delimiter '|', quote E'\\x01', header)",
    );
    await pipeline(createReadStream(fichier), client.query(copie));
    const duree = performance.now() - debut;
    await client.query("drop table public.copie_de_reference");
    return duree;
  });
