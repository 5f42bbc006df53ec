import type { Counter, Gauge, Histogram } from "prom-client";

/** Where measures are kept until they are read, in the words of Prometheus. */
export interface Mesures {
  compteur(nom: string, aide: string, etiquettes: readonly string[]): Counter;
  histogramme(nom: string, aide: string, etiquettes: readonly string[], bornes: readonly number[]): Histogram;
  /** `lire` is called when the measures are read, and nothing is done in between. */
  jauge(nom: string, aide: string, etiquettes: readonly string[], lire: (jauge: Gauge) => void): void;
  /** Something else to read at the same address, as JSON. */
  publier(chemin: string, lire: () => unknown): void;
  readonly pages: ReadonlyMap<string, () => unknown>;
  readonly type: string;
  lire(): Promise<string>;
}

const PRECISION_DE_LA_BOUCLE_MS = 20;

/** Measures of this house, beginning with those of its process: event loop, memory, collector. */
export async function createMesures(): Promise<Mesures> {
  const { Registry, Counter, Gauge, Histogram, collectDefaultMetrics } = await import("prom-client");
  const registre = new Registry();
  const pages = new Map<string, () => unknown>();
  collectDefaultMetrics({ register: registre, eventLoopMonitoringPrecision: PRECISION_DE_LA_BOUCLE_MS });
  return {
    compteur: (name, help, labelNames) => new Counter({ name, help, labelNames, registers: [registre] }),
    histogramme: (name, help, labelNames, buckets) =>
      new Histogram({ name, help, labelNames, buckets: [...buckets], registers: [registre] }),
    jauge: (name, help, labelNames, lire) => {
      const jauge: Gauge = new Gauge({ name, help, labelNames, registers: [registre], collect: () => lire(jauge) });
    },
    publier: (chemin, lire) => pages.set(chemin, lire),
    pages,
    type: registre.contentType,
    lire: () => registre.metrics(),
  };
}
