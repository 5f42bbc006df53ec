import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IBackoffFactory,
} from "cockatiel";
import type { Logger } from "pino";
import { type SubgraphTransport, TransportFailure } from "./transport.ts";

type Disjoncteur = ReturnType<typeof createDisjoncteur>;

/** As many failures in a row, no answer between them: one client's heavy question does not cut the others off. */
const PANNES_DE_SUITE = 5;
const REPOS: IBackoffFactory<unknown> = new ExponentialBackoff({ initialDelay: 500, maxDelay: 5_000 });

/**
 * The same transport, that stops asking a subgraph which keeps failing: its calls are refused at once, but one from time
 * to time, which brings it back when it succeeds. Leaving and coming back are logged once each.
 */
export function avecDisjoncteurs(
  transport: SubgraphTransport,
  { logger, repos = REPOS }: { logger: Logger; repos?: IBackoffFactory<unknown> | number },
): SubgraphTransport {
  const disjoncteurs = new Map<string, Disjoncteur>();
  const disjoncteurDe = (service: string): Disjoncteur => {
    const disjoncteur = disjoncteurs.get(service) ?? createDisjoncteur(service, { logger, repos });
    disjoncteurs.set(service, disjoncteur);
    return disjoncteur;
  };
  return {
    ...transport,
    call: async (service, call) => {
      const disjoncteur = disjoncteurDe(service);
      // While one call tries, the others do not wait for what it finds.
      if (disjoncteur.state === CircuitState.HalfOpen) throw ecarte();
      return disjoncteur
        .execute(() => transport.call(service, call))
        .catch((error: unknown) => {
          throw error instanceof BrokenCircuitError ? ecarte() : error;
        });
    },
  };
}

const ecarte = (): TransportFailure => new TransportFailure("sous-graphe écarté", { nature: "ecartee" });

function createDisjoncteur(
  service: string,
  { logger, repos }: { logger: Logger; repos: IBackoffFactory<unknown> | number },
) {
  const disjoncteur = circuitBreaker(
    handleWhen((error) => estUnePanne(error) || (disjoncteur.state === CircuitState.HalfOpen && estPressee(error))),
    { halfOpenAfter: repos, breaker: new ConsecutiveBreaker(PANNES_DE_SUITE) },
  );
  let ecartee = false;
  disjoncteur.onBreak(() => {
    if (!ecartee) logger.error({ service }, "sous-graphe écarté : il ne répond plus");
    ecartee = true;
  });
  disjoncteur.onReset(() => {
    ecartee = false;
    logger.warn({ service }, "sous-graphe de retour");
  });
  return disjoncteur;
}

/** Says nothing of a subgraph in service, but does not bring back one that is tried. */
const estPressee = (error: unknown): boolean => error instanceof TransportFailure && error.nature === "pressee";

const estUnePanne = (error: unknown): boolean =>
  !(error instanceof TransportFailure) || error.nature === "panne" || error.nature === "tardive";
