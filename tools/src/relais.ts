import { on } from "node:events";
import { setTimeout as attendre } from "node:timers/promises";
import { withAdminClient } from "@coordination/database";
import * as delegations from "@coordination/delegations";
import * as professionals from "@coordination/professionals";
import * as structures from "@coordination/structures";
import type { Logger } from "pino";
import { enTransaction } from "./chargement.ts";

/** Told of each pass: how many structures it carried, or why it stopped short. */
export interface TemoinDuRelais {
  relaye(nombre: number): void;
  manque(error: unknown): void;
}

/** What the log holds of the relay. */
export const journaliserLeRelais = (logger: Logger): TemoinDuRelais => ({
  relaye: (nombre) => logger.info({ nombre }, "structures relayées"),
  manque: (error) => logger.warn({ err: error }, "relais des structures interrompu, il reprend"),
});

/** Carries the structures written at run time to the projections of the other services, until it is stopped. */
export interface Relais {
  stop(): Promise<void>;
}

const REPRISE_MS = 5_000;

/**
 * Opens the relay, the same in one process and in several: a service writes in its own schema only, and the house, which
 * prepared the database, carries the rest. Lost connections are opened again; what was not carried is carried then.
 */
export function ouvrirRelais(adminUrl: string, temoin: TemoinDuRelais): Relais {
  const arret = new AbortController();
  const fini = tourner(adminUrl, { temoin, signal: arret.signal });
  const stop = async () => {
    arret.abort();
    await fini;
  };
  return { stop };
}

async function tourner(
  adminUrl: string,
  { temoin, signal }: { temoin: TemoinDuRelais; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    await ecouter(adminUrl, { temoin, signal }).catch((error: unknown) => {
      if (!signal.aborted) temoin.manque(error);
    });
    await attendre(REPRISE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** What is waiting, then what each notification tells of. Ends when the connection does, or throws. */
const ecouter = (
  adminUrl: string,
  { temoin, signal }: { temoin: TemoinDuRelais; signal: AbortSignal },
): Promise<void> =>
  withAdminClient(adminUrl, async (client) => {
    const passer = async () => temoin.relaye(await relayer(adminUrl));
    // Listened to before the first pass, so that nothing written meanwhile is missed.
    const appels = on(client, "notification", { signal, close: ["end"] });
    await client.query(`listen ${structures.CANAL_A_PUBLIER}`);
    await passer();
    for await (const _appel of appels) await passer();
  });

/** One pass, all or nothing; takes its turn with the imports. Returns how many structures were carried. */
const relayer = (adminUrl: string): Promise<number> =>
  enTransaction(adminUrl, async (client) => {
    const nombre = await structures.publierStructuresEcrites(client);
    if (nombre > 0) {
      await professionals.projeterStructures(client);
      await delegations.projeterStructures(client);
    }
    return nombre;
  });
