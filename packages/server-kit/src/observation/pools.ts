import type { PoolState } from "@coordination/database";
import type { Mesures } from "./mesures.ts";

/** Follows the pool of each service that is given: its connections by state, and who waits for one. */
export function suivreLesPools(mesures: Mesures): (service: string, lire: () => PoolState) => void {
  const pools = new Map<string, () => PoolState>();
  mesures.jauge("coordination_pool_connexions", "Connexions à PostgreSQL.", ["service", "etat"], (jauge) => {
    for (const [service, lire] of pools) {
      const { total, idle } = lire();
      jauge.set({ service, etat: "libre" }, idle);
      jauge.set({ service, etat: "occupee" }, total - idle);
    }
  });
  mesures.jauge("coordination_pool_attentes", "Demandes qui attendent une connexion.", ["service"], (jauge) => {
    for (const [service, lire] of pools) jauge.set({ service }, lire().waiting);
  });
  return (service, lire) => pools.set(service, lire);
}
