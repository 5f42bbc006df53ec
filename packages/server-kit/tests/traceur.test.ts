import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ouvrirTraceur } from "../src/observation/ouvrir-traceur.ts";

const OBSERVATION = new URL("../dist/src/observation/observation.js", import.meta.url).href;

/** What a process that opens its observation loads of OpenTelemetry, beside what measures need. */
async function charge(environnement: Record<string, string>): Promise<string[]> {
  const programme = `
    import { createRequire } from "node:module";
    const { ouvrirObservation } = await import("${OBSERVATION}");
    const ouverte = await ouvrirObservation("test", { mesures: undefined, logger: { warn() {} } });
    const { cache } = createRequire(import.meta.url);
    console.log(JSON.stringify(Object.keys(cache).filter((fichier) => /opentelemetry|prom-client/.test(fichier))));
    await ouverte.stop();`;
  const env = { ...process.env, OTEL_TRACES_EXPORTER: "", OTEL_EXPORTER_OTLP_ENDPOINT: "", ...environnement };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", programme], { env });
  return JSON.parse(stdout) as string[];
}

describe("Les traces", () => {
  it("éteintes, ne chargent rien", async () => {
    expect(await charge({})).toEqual([]);
    expect(await charge({ OTEL_TRACES_EXPORTER: "otlp", OTEL_SDK_DISABLED: "true" })).toEqual([]);
  });

  it("demandées, chargent OpenTelemetry", async () => {
    expect((await charge({ OTEL_TRACES_EXPORTER: "otlp" })).length).toBeGreaterThan(10);
  });

  it.each([
    [{}],
    [{ OTEL_TRACES_EXPORTER: "none", OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318" }],
    [{ OTEL_SDK_DISABLED: "TRUE", OTEL_TRACES_EXPORTER: "otlp" }],
  ])("restent éteintes avec %j", async (environnement) => {
    expect(await ouvrirTraceur("test", environnement)).toBeNull();
  });

  it.each([
    [{ OTEL_TRACES_EXPORTER: "zipkin" }, /zipkin/],
    [{ OTEL_TRACES_EXPORTER: "otlp", OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" }, /grpc/],
  ])("refusent ce qui n'est pas offert : %j", async (environnement, message) => {
    await expect(ouvrirTraceur("test", environnement)).rejects.toThrow(message);
  });
});
