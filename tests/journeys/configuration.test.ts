import { ConfigurationError, lireConfiguration } from "@coordination/tools";
import { describe, expect, it } from "vitest";

describe("La configuration", () => {
  it("a tout ce qu'il faut quand rien n'est dit", () => {
    expect(lireConfiguration({})).toMatchObject({
      port: 4000,
      host: "127.0.0.1",
      jeu: "demo",
      databaseUrl: undefined,
      fournisseur: undefined,
      origines: [],
    });
  });

  it.each<[string, Record<string, string>]>([
    ["PORT", { PORT: "abc" }],
    ["PORT", { PORT: "70000" }],
    ["JEU", { JEU: "plein" }],
    ["PARCOURS_PROCESSES", { PARCOURS_PROCESSES: "9" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://x" }],
    ["INTERNAL_SECRET", { INTERNAL_SECRET: "court" }],
    ["CORS_ORIGINS", { CORS_ORIGINS: "*" }],
    ["CORS_ORIGINS", { CORS_ORIGINS: "https://dac.example, null" }],
    ["CORS_ORIGINS", { CORS_ORIGINS: "https://dac.example/accueil" }],
    ["STOP_DELAY_MS", { STOP_DELAY_MS: "-1" }],
    ["JWKS_URI", { ISSUER: "https://idp.example" }],
    ["INTERNAL_SECRET", { HOST: "0.0.0.0", ISSUER: "https://idp.example", JWKS_URI: "https://idp.example/jwks" }],
    ["ISSUER", { HOST: "0.0.0.0", INTERNAL_SECRET: "x".repeat(32) }],
    ["ISSUER", { NODE_ENV: "production", INTERNAL_SECRET: "x".repeat(32) }],
  ])("refuse, en nommant %s, %j", (variable, environnement) => {
    expect(() => lireConfiguration(environnement)).toThrow(ConfigurationError);
    expect(() => lireConfiguration(environnement)).toThrow(new RegExp(variable));
  });

  it("lit les origines une à une", () => {
    const { origines } = lireConfiguration({ CORS_ORIGINS: "https://dac.example, http://localhost:3000" });
    expect(origines).toEqual(["https://dac.example", "http://localhost:3000"]);
  });

  it("dit tout ce qui est faux en une fois", () => {
    expect(() => lireConfiguration({ PORT: "abc", JEU: "plein" })).toThrow(/PORT[\s\S]*JEU/);
  });
});
