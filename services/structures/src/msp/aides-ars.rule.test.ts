import { appliquer, type Verdict } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { aidesArs, type DossierAidesArs } from "./aides-ars.rule.ts";

const labellisee: DossierAidesArs = { labellisation: { decision: "OUI", expireLe: "2026-11-22" }, jour: "2026-11-22" };

describe("Les aides de l'ARS à une MSP", () => {
  it.each<[string, Partial<DossierAidesArs>, Verdict]>([
    ["sont ouvertes le dernier jour de la labellisation", {}, "OUI"],
    ["sont fermées le lendemain", { jour: "2026-11-23" }, "NON"],
    ["sont ouvertes par une labellisation sans terme", { labellisation: { decision: "OUI", expireLe: null } }, "OUI"],
    ["sont fermées par un refus", { labellisation: { decision: "NON", expireLe: null } }, "NON"],
    ["ne sont pas connues sans décision", { labellisation: null }, "INCONNU"],
  ])("%s", (_situation, ecart, attendu) => {
    expect(appliquer(aidesArs, { ...labellisee, ...ecart }).verdict).toBe(attendu);
  });
});
