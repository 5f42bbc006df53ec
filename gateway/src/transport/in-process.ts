import { avant, type SubgraphExecutor } from "@coordination/server-kit";
import { attenteDe, DELAI_DE_SOUS_GRAPHE_MS, type SubgraphTransport, TransportFailure } from "./transport.ts";

/**
 * Subgraphs in the gateway's own process: a function call, no HTTP, nothing serialised twice.
 * Leaf values must therefore already be what JSON would make of them, as the scalars of the house are.
 */
export function inProcessTransport(
  executors: Readonly<Record<string, SubgraphExecutor>>,
  { timeoutMs = DELAI_DE_SOUS_GRAPHE_MS }: { timeoutMs?: number } = {},
): SubgraphTransport {
  const bySubgraph = new Map(Object.entries(executors));
  const executorOf = (subgraph: string): SubgraphExecutor => {
    const executor = bySubgraph.get(subgraph);
    if (executor === undefined) throw new TransportFailure("sous-graphe absent de ce processus");
    return executor;
  };
  return {
    answersComplete: true,
    call: async (subgraph, call) => {
      const { appel, query, variables, operationName } = call;
      const { ms, nature } = attenteDe(call, timeoutMs);
      const enRetard = () => new TransportFailure("délai dépassé", { nature });
      return avant(ms, executorOf(subgraph).repondre({ query, variables, operationName }, appel), enRetard);
    },
    ready: async (subgraph) => avant(timeoutMs, executorOf(subgraph).verifierPret()),
    close: async () => {},
  };
}
