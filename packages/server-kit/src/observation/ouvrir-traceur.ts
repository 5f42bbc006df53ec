import type { Traceur } from "./traceur.ts";

/**
 * OpenTelemetry traces, as the standard OTEL_* variables say; null (and nothing loaded) unless they ask for some:
 * OTEL_TRACES_EXPORTER=otlp, or an OTEL_EXPORTER_OTLP_ENDPOINT. Throws when they ask for what is not offered.
 */
export async function ouvrirTraceur(
  nom: string,
  environnement: NodeJS.ProcessEnv = process.env,
): Promise<Traceur | null> {
  if (!sontDemandees(environnement)) return null;
  const { createTraceur } = await import("./opentelemetry.ts");
  return createTraceur(nom, environnement);
}

function sontDemandees(environnement: NodeJS.ProcessEnv): boolean {
  if (environnement.OTEL_SDK_DISABLED?.toLowerCase() === "true") return false;
  const exportateur = environnement.OTEL_TRACES_EXPORTER;
  if (exportateur === "otlp") return true;
  if (exportateur === "none") return false;
  if (exportateur) throw new Error(`OTEL_TRACES_EXPORTER vaut « otlp » ou « none », non « ${exportateur} ».`);
  return Boolean(environnement.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || environnement.OTEL_EXPORTER_OTLP_ENDPOINT);
}
