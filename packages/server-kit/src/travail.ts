import { setTimeout as attendre } from "node:timers/promises";
import type { Logger } from "pino";

/** What a service does by itself, again and again: what is to be done, and when, is in its database, never in memory. */
export interface Travail<Moyens> {
  readonly nom: string;
  readonly toutesLesMs: number;
  /** One pass; any number of processes may make theirs at the same time. */
  readonly passer: (moyens: Moyens) => Promise<void>;
}

/** Work under way, until it is stopped: `stop` waits for the pass that has begun. */
export interface TravailEnCours {
  stop(): Promise<void>;
}

/** Passes again and again. A pass that fails is told to the log by its kind alone, and the next one tries again. */
export function repeter<Moyens>(
  { nom, toutesLesMs, passer }: Travail<Moyens>,
  { moyens, logger }: { moyens: Moyens; logger: Logger },
): TravailEnCours {
  const arret = new AbortController();
  const tourner = async () => {
    while (!arret.signal.aborted) {
      await passer(moyens).catch((error: unknown) =>
        logger.warn({ travail: nom, causes: causesDe(error) }, "passe manquée"),
      );
      await attendre(toutesLesMs, undefined, { signal: arret.signal, ref: false }).catch(() => undefined);
    }
  };
  const fini = tourner();
  return {
    stop: async () => {
      arret.abort();
      await fini;
    },
  };
}

/** Names and codes only: a message may quote a row. */
function causesDe(error: unknown): string[] {
  if (error instanceof AggregateError) return [...new Set(error.errors.flatMap(causesDe))];
  if (!(error instanceof Error)) return ["inconnue"];
  return ["code" in error && typeof error.code === "string" ? `${error.name} ${error.code}` : error.name];
}
