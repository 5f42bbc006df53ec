import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from "@opentelemetry/sdk-trace-base";
import type { Attributs, Genre, Traceur, Troncon } from "./traceur.ts";

const GENRES: Readonly<Record<Genre, SpanKind>> = {
  serveur: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  interne: SpanKind.INTERNAL,
};

/**
 * Traces sent by OTLP over HTTP. Sampling, limits, batches, address and headers are the libraries' to read in OTEL_*.
 * Nothing global is set: two houses of one process do not mix.
 */
export async function createTraceur(nom: string, environnement: NodeJS.ProcessEnv): Promise<Traceur> {
  const resource = resourceFromAttributes({
    "service.name": `coordination-${nom}`,
    "coordination.processus": nom,
  }).merge(detectResources({ detectors: [envDetector] }));
  const spanProcessors = [new BatchSpanProcessor(await exportateur(environnement))];
  const provider = new BasicTracerProvider({ resource, spanProcessors });
  const tracer = provider.getTracer("coordination-des-soins");
  const contextes = new AsyncLocalStorageContextManager().enable();
  const propagateur = new W3CTraceContextPropagator();

  const ouvrir: Traceur["ouvrir"] = (intitule, genre, attributs, entetes) => {
    const parent = entetes === undefined ? contextes.active() : propagateur.extract(ROOT_CONTEXT, entetes, LECTURE);
    const span = tracer.startSpan(intitule, { kind: GENRES[genre], attributes: attributs }, parent);
    return createTroncon(span, trace.setSpan(parent, span), contextes);
  };
  return {
    ouvrir,
    tracer: (intitule, genre, attributs, travail) => autour(ouvrir(intitule, genre, attributs), travail),
    entetes: () => {
      const entetes: Record<string, string> = {};
      propagateur.inject(contextes.active(), entetes, {
        set: (porteur, cle, valeur) => {
          porteur[cle] = valeur;
        },
      });
      return entetes;
    },
    close: async () => {
      contextes.disable();
      // A collector that is away must not make the house fail to stop.
      await provider.shutdown().catch(() => undefined);
    },
  };
}

async function exportateur(environnement: NodeJS.ProcessEnv): Promise<SpanExporter> {
  const protocole =
    environnement.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL || environnement.OTEL_EXPORTER_OTLP_PROTOCOL || "http/protobuf";
  if (protocole === "http/json") {
    const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
    return new OTLPTraceExporter();
  }
  if (protocole === "http/protobuf") {
    const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-proto");
    return new OTLPTraceExporter();
  }
  throw new Error(`OTEL_EXPORTER_OTLP_PROTOCOL vaut « http/protobuf » ou « http/json », non « ${protocole} ».`);
}

const LECTURE = {
  keys: (porteur: Readonly<Record<string, unknown>>) => Object.keys(porteur),
  get: (porteur: Readonly<Record<string, unknown>>, cle: string) => {
    const valeur = porteur[cle];
    return typeof valeur === "string" ? valeur : undefined;
  },
};

const createTroncon = (span: Span, contexte: Context, contextes: AsyncLocalStorageContextManager): Troncon => ({
  dans: (travail) => contextes.with(contexte, travail),
  finir: (attributs: Attributs, { echec } = { echec: false }) => {
    span.setAttributes(attributs);
    // No message: it may quote what the request was about.
    if (echec) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  },
});

function autour<T>(troncon: Troncon, travail: () => T): T {
  const manquer = (error: unknown): never => {
    troncon.finir({ "error.type": error instanceof Error ? error.name : "inconnue" }, { echec: true });
    throw error;
  };
  try {
    const resultat = troncon.dans(travail);
    if (resultat instanceof Promise) {
      return resultat.then((valeur: unknown) => {
        troncon.finir({});
        return valeur;
      }, manquer) as T;
    }
    troncon.finir({});
    return resultat;
  } catch (error) {
    return manquer(error);
  }
}
