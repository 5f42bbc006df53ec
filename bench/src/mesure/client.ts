import { createHistogram, performance, type RecordableHistogram } from "node:perf_hooks";
import { Pool } from "undici";
import type { Demande } from "../concurrents/concurrent.ts";

/** What a slice of load gave; latencies are in microseconds. */
interface Tranche {
  readonly requetes: number;
  readonly dureeMs: number;
  readonly latences: RecordableHistogram;
}

/** A keep-alive client of one server, the same for every contestant. */
export interface Client {
  /** Sends one request and returns the body; throws on an error, whatever the status. */
  demander(demande: Demande): Promise<string>;
  /** Keeps `connexions` requests in flight for `dureeMs`, each taken from `prochaine`. */
  charger(options: { connexions: number; dureeMs: number; prochaine: () => Demande }): Promise<Tranche>;
  fermer(): Promise<void>;
}

const ENTETES = { "content-type": "application/json", accept: "application/json" };
const DELAI_MS = 60_000;

/** With `jeton`, every request carries it. */
export function createClient(url: string, connexionsMax: number, jeton: string | null = null): Client {
  const { origin } = new URL(url);
  const pool = new Pool(origin, {
    connections: connexionsMax,
    pipelining: 1,
    headersTimeout: DELAI_MS,
    bodyTimeout: DELAI_MS,
  });
  const headers = jeton === null ? ENTETES : { ...ENTETES, authorization: `Bearer ${jeton}` };
  const demander = async ({ path, body }: Demande): Promise<string> => {
    const reponse = await pool.request({ path, method: "POST", headers, body });
    const corps = await reponse.body.text();
    if (reponse.statusCode !== 200) throw new Error(`${url} répond ${reponse.statusCode} : ${corps.slice(0, 500)}`);
    // GraphQL says its errors under status 200, and an error is quickly served.
    if (corps.includes('"errors":[')) throw new Error(`${url} répond une erreur : ${corps.slice(0, 500)}`);
    return corps;
  };
  return {
    demander,
    charger: async ({ connexions, dureeMs, prochaine }) => {
      const latences = createHistogram();
      const debut = performance.now();
      let requetes = 0;
      const travailler = async (): Promise<void> => {
        for (let depart = debut; depart - debut < dureeMs; ) {
          await demander(prochaine());
          const fin = performance.now();
          latences.record(Math.max(1, Math.round((fin - depart) * 1000)));
          requetes += 1;
          depart = fin;
        }
      };
      await Promise.all(Array.from({ length: connexions }, travailler));
      return { requetes, dureeMs: performance.now() - debut, latences };
    },
    fermer: () => pool.close(),
  };
}
