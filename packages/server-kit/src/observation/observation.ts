import type { PoolState } from "@coordination/database";
import type { Logger } from "pino";
import { createMesures, type Mesures } from "./mesures.ts";
import { ouvrirTraceur } from "./ouvrir-traceur.ts";
import { suivreLesPools } from "./pools.ts";
import { type AdresseDesMesures, servirMesures } from "./port-des-mesures.ts";
import type { Traceur } from "./traceur.ts";

/** What a process of the house is seen by; each part is null when it is off. */
export interface Observation {
  readonly mesures: Mesures | null;
  readonly traceur: Traceur | null;
  /** Follows the pool of a service of this process. */
  readonly suivrePool: (service: string, lire: () => PoolState) => void;
}

/** Where to serve measures; `exige` when a port that is taken must stop the start rather than be told to the log. */
export interface DemandeDeMesures extends AdresseDesMesures {
  readonly exige: boolean;
}

/** An observation under way: what is left is sent and the port given back by `stop`. */
export interface ObservationOuverte extends Observation {
  /** Where the measures are read; null when they are not served. */
  readonly url: string | null;
  stop(): Promise<void>;
}

/** Opens what is asked: measures at an address, traces as OTEL_* say. Throws when a demanded part cannot be opened. */
export async function ouvrirObservation(
  nom: string,
  { mesures: demande, logger }: { mesures: DemandeDeMesures | undefined; logger: Logger },
): Promise<ObservationOuverte> {
  const traceur = await ouvrirTraceur(nom);
  const mesures = demande === undefined ? null : await createMesures();
  const serveur = mesures === null || demande === undefined ? null : await servir(mesures, demande, logger);
  return {
    mesures,
    traceur,
    url: serveur?.url ?? null,
    suivrePool: mesures === null ? () => undefined : suivreLesPools(mesures),
    stop: async () => {
      await serveur?.stop();
      await traceur?.close();
    },
  };
}

async function servir(mesures: Mesures, demande: DemandeDeMesures, logger: Logger) {
  try {
    return await servirMesures(mesures, demande);
  } catch (error) {
    if (demande.exige) throw error;
    logger.warn({ err: error, port: demande.port }, "port des mesures déjà pris : elles ne sont pas servies");
    return null;
  }
}
