import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as attendre } from "node:timers/promises";
import pg from "pg";
import { DOSSIER } from "../dossier.ts";

export interface ImportMesure {
  readonly dureeMs: number;
  readonly rssMo: number;
  readonly rapport: { readonly lues: number; readonly inserees: number; readonly modifiees: number };
  /** How long the importer's COPY took, seen from the server. */
  readonly lectureMs: number;
}

/** How often the server is asked: PostgreSQL tells how far a COPY is, but not when it ends. */
const PAS_MS = 50;

/** Imports the file in a process of its own. Throws when it fails. */
export async function importerAPart(adminUrl: string, fichier: string): Promise<ImportMesure> {
  const enfant = fork(join(DOSSIER, "dist", "src", "import", "import.process.js"), [fichier], {
    env: { ...process.env, BENCH_DATABASE_URL: adminUrl },
    stdio: ["ignore", 2, "inherit", "ipc"],
  });
  const guetteur = await guetterLeCopy(adminUrl);
  try {
    const fin = once(enfant, "exit").then(([code]) => {
      if (code !== 0) throw new Error("L'import a échoué ; sa sortie dit pourquoi.");
    });
    const [message] = (await Promise.race([once(enfant, "message"), fin.then(() => once(enfant, "message"))])) as [
      Omit<ImportMesure, "lectureMs">,
    ];
    await fin;
    return { ...message, lectureMs: guetteur.dureeMs() };
  } finally {
    await guetteur.arreter();
  }
}

/** Watches the server's sessions for a COPY from a client, and adds up the time that it is there. */
async function guetterLeCopy(adminUrl: string): Promise<{ dureeMs(): number; arreter(): Promise<void> }> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: "banc-guetteur" });
  await client.connect();
  let [duree, actif] = [0, true];
  const guet = (async () => {
    for (let precedent: number | null = null; actif; ) {
      const { rows } = await client.query(
        "select from pg_stat_progress_copy where datname = current_database() and command = 'COPY FROM'",
      );
      const instant = performance.now();
      if (rows.length > 0 && precedent !== null) duree += instant - precedent;
      precedent = rows.length > 0 ? instant : null;
      await attendre(PAS_MS);
    }
  })();
  return {
    dureeMs: () => duree,
    arreter: async () => {
      actif = false;
      await guet;
      await client.end();
    },
  };
}
