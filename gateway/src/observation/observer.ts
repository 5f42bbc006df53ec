import type { Observation, Traceur } from "@coordination/server-kit";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { SubgraphTransport } from "../transport/transport.ts";
import { createCompteurs } from "./compteurs.ts";
import { suivreLesRequetes } from "./requetes.ts";
import { suivreLesSousGraphes } from "./sous-graphes.ts";

/** Where the gateway is observed from. When nothing observes, each of these adds nothing to a request. */
export interface Observateur {
  readonly traceur: Traceur | null;
  /** To be called before any route is added. */
  brancher(app: FastifyInstance): void;
  transport(transport: SubgraphTransport): SubgraphTransport;
}

/** Observes by measures and traces as `observation` has them, and by the log when its level is `info`. */
export function createObservateur(
  observation: Pick<Observation, "mesures" | "traceur"> | undefined,
  logger: Logger,
): Observateur {
  const { mesures = null, traceur = null } = observation ?? {};
  const compteurs = mesures === null ? null : createCompteurs(mesures);
  const observe = compteurs !== null || traceur !== null || logger.isLevelEnabled("info");
  return {
    traceur,
    brancher: (app) => {
      if (observe) suivreLesRequetes(app, { compteurs, logger, traceur });
    },
    transport: (transport) => suivreLesSousGraphes(transport, { compteurs, traceur }),
  };
}
