import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import type { Hasard } from "@coordination/tools";
import type { Demande } from "../concurrents/concurrent.ts";
import type { Client } from "./client.ts";
import type { Compteur } from "./postgres.ts";
import type { ConcurrentLance } from "./processus.ts";

/** How long and how hard. */
export interface Regime {
  /** Rounds that count for nothing: a server is measured once V8 has compiled what it runs all day. */
  readonly chauffe: number;
  readonly tours: number;
  readonly dureeMs: number;
  readonly connexionsEnCharge: number;
  readonly connexionsEnPaix: number;
}

/** Someone in the ring: what it is asked next. */
export interface Joueur {
  readonly lance: ConcurrentLance;
  readonly client: Client;
  readonly prochaine: () => Demande;
}

/** What one contestant did on one question. */
export interface Resultat {
  readonly nom: string;
  /** Requests per second at saturation, one value a round. */
  readonly debits: readonly number[];
  /** Milliseconds of processor per request: of its Node process, of PostgreSQL for it (null: unknown). */
  readonly cpuNodeMs: readonly number[];
  readonly cpuPostgresMs: readonly (number | null)[];
  /** Microseconds, light load, all rounds together. */
  readonly latences: RecordableHistogram;
  /** The most that its process held, in megabytes. */
  readonly rssMo: number;
}

/** Everyone in turn, in short slices, several rounds, each in a new order: what else the machine does falls on all alike. */
export async function jouer(
  joueurs: readonly Joueur[],
  regime: Regime,
  { compteur, hasard }: { compteur: Compteur; hasard: Hasard },
): Promise<readonly Resultat[]> {
  const carnets = joueurs.map((joueur) => ({ joueur, carnet: createCarnet() }));
  for (let tour = -regime.chauffe; tour < regime.tours; tour += 1) {
    for (const { joueur, carnet } of melanger(carnets, hasard)) {
      const mesure = await saturer(joueur, regime, compteur);
      const { client, prochaine } = joueur;
      const paisible = await client.charger({
        connexions: regime.connexionsEnPaix,
        dureeMs: regime.dureeMs,
        prochaine,
      });
      if (tour < 0) continue;
      carnet.debits.push(mesure.debit);
      carnet.cpuNodeMs.push(mesure.cpuNodeMs);
      carnet.cpuPostgresMs.push(mesure.cpuPostgresMs);
      carnet.rssMo = Math.max(carnet.rssMo, mesure.rssMo);
      carnet.latences.add(paisible.latences);
    }
  }
  return carnets.map(({ joueur, carnet }) => ({ nom: joueur.lance.concurrent.nom, ...carnet }));
}

async function saturer(
  { lance, client, prochaine }: Joueur,
  { connexionsEnCharge, dureeMs }: Regime,
  compteur: Compteur,
) {
  const [avant, postgresAvant] = [await lance.depense(), await compteur.cpuMs(lance.connexions)];
  const tranche = await client.charger({ connexions: connexionsEnCharge, dureeMs, prochaine });
  const [apres, postgresApres] = [await lance.depense(), await compteur.cpuMs(lance.connexions)];
  return {
    debit: (tranche.requetes * 1000) / tranche.dureeMs,
    cpuNodeMs: (apres.cpuMs - avant.cpuMs) / tranche.requetes,
    cpuPostgresMs:
      postgresAvant === null || postgresApres === null ? null : (postgresApres - postgresAvant) / tranche.requetes,
    rssMo: apres.rssMo,
  };
}

const createCarnet = () => ({
  debits: [] as number[],
  cpuNodeMs: [] as number[],
  cpuPostgresMs: [] as (number | null)[],
  latences: createHistogram(),
  rssMo: 0,
});

/** Fisher-Yates, on a copy. */
function melanger<Valeur>(valeurs: readonly Valeur[], hasard: Hasard): Valeur[] {
  const restantes = [...valeurs];
  return valeurs.flatMap(() => restantes.splice(hasard.entier(restantes.length), 1));
}
