import type { Traceur } from "@coordination/server-kit";
import type { SubgraphCall, SubgraphTransport } from "../transport/transport.ts";
import type { Compteurs } from "./compteurs.ts";

/** The same transport, each call of a subgraph measured and traced; the very same when nothing observes. */
export function suivreLesSousGraphes(
  transport: SubgraphTransport,
  { compteurs, traceur }: { compteurs: Compteurs | null; traceur: Traceur | null },
): SubgraphTransport {
  const mesure = compteurs === null ? transport.call : mesurer(transport, compteurs);
  if (mesure === transport.call && traceur === null) return transport;
  const call = traceur === null ? mesure : tracer(mesure, traceur);
  return { ...transport, call };
}

type Appeler = SubgraphTransport["call"];

const mesurer =
  (transport: SubgraphTransport, compteurs: Compteurs): Appeler =>
  async (subgraph, call) => {
    const debut = performance.now();
    let echec = true;
    try {
      const reponse = await transport.call(subgraph, call);
      echec = false;
      return reponse;
    } finally {
      compteurs.compterSousGraphe(subgraph, performance.now() - debut, echec);
    }
  };

const tracer =
  (appeler: Appeler, traceur: Traceur): Appeler =>
  (subgraph, call: SubgraphCall) =>
    traceur.tracer(`appel ${subgraph}`, "client", { "coordination.sous_graphe": subgraph }, () =>
      appeler(subgraph, { ...call, entetes: traceur.entetes() }),
    );
