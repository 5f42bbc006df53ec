import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Pool } from "pg";

/** AUDIT: what is not published is counted. EXIGE: it is refused. */
export type Mode = "AUDIT" | "EXIGE";

/** The published documents, and which clients are held to them. */
export interface Registre {
  /** The document of this print, or null when none is published under it. */
  trouver(empreinte: string): Promise<string | null>;
  /** How a client is held to the published documents; null when it is not. */
  modeDe(client: string): Promise<Mode | null>;
}

/** How long a publication, a withdrawal or a mode takes at most to be known of a gateway. */
const FRAICHEUR_MS = 10_000;
const DOCUMENTS_EN_MEMOIRE = 1_000;

/** The print that designates a document: SHA-256 of its bytes, in hexadecimal. */
export const empreinteDe = (document: string): string => createHash("sha256").update(document).digest("hex");

/** The registry of the schema `passerelle`. When the base does not answer, what was known lasts. */
export function createRegistre(pool: Pool, { fraicheurMs = FRAICHEUR_MS }: { fraicheurMs?: number } = {}): Registre {
  const documents = new LRUCache<string, { document: string | null }>({
    max: DOCUMENTS_EN_MEMOIRE,
    ttl: fraicheurMs,
    fetchMethod: async (empreinte) => ({ document: await lireDocument(pool, empreinte) }),
    allowStaleOnFetchRejection: true,
  });
  let modes: { lus: Promise<ReadonlyMap<string, Mode>>; le: number } | null = null;
  return {
    trouver: async (empreinte) => (await documents.forceFetch(empreinte)).document,
    modeDe: async (client) => {
      const anciens = modes?.lus;
      if (modes === null || Date.now() - modes.le > fraicheurMs) {
        modes = { lus: lireModes(pool).catch((error) => anciens ?? Promise.reject(error)), le: Date.now() };
        // The first reading is waited for; the next ones are made while the last known modes serve.
        modes.lus.catch(() => {
          modes = null;
        });
      }
      return (await (anciens ?? modes.lus)).get(client) ?? null;
    },
  };
}

async function lireDocument(pool: Pool, empreinte: string): Promise<string | null> {
  const { rows } = await pool.query<{ document: string }>(
    "select document from passerelle.operation where empreinte = $1 and retiree_le is null",
    [empreinte],
  );
  return rows[0]?.document ?? null;
}

async function lireModes(pool: Pool): Promise<ReadonlyMap<string, Mode>> {
  const { rows } = await pool.query<{ nom: string; mode: Mode }>("select nom, mode from passerelle.client");
  return new Map(rows.map(({ nom, mode }) => [nom, mode]));
}
