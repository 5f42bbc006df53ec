import { readFile } from "node:fs/promises";
import pg from "pg";

/** Clock ticks per second of /proc: 100 on every Linux that Node runs on. */
const TICS_PAR_SECONDE = 100;

/** Reads what PostgreSQL has spent for the connections of a contestant; null where /proc does not say. */
export interface Compteur {
  cpuMs(connexions: readonly string[]): Promise<number | null>;
  fermer(): Promise<void>;
}

export async function createCompteur(adminUrl: string): Promise<Compteur> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: "banc-compteur" });
  await client.connect();
  return {
    cpuMs: async (connexions) => {
      const { rows } = await client.query<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and application_name = any($1)",
        [connexions],
      );
      const tics = await Promise.all(rows.map(({ pid }) => lireLesTics(pid)));
      return tics.reduce<number | null>(
        (total, valeur) => (total === null || valeur === null ? null : total + (valeur * 1000) / TICS_PAR_SECONDE),
        0,
      );
    },
    fermer: () => client.end(),
  };
}

/** User and system time of a process, in ticks. */
async function lireLesTics(pid: number): Promise<number | null> {
  const ligne = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (ligne === null) return null;
  // The program's name, in parentheses, may hold spaces: fields are counted after it.
  const champs = ligne.slice(ligne.lastIndexOf(")") + 2).split(" ");
  return Number(champs[11]) + Number(champs[12]);
}
