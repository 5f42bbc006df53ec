import { describe, expect, it } from "@jest/globals";
import { type ExistenceCpts, phaseDeCpts } from "./phase.rule.ts";

const declareeEnValidation: ExistenceCpts = { phaseDeclaree: "EN_VALIDATION", finess: "310034079", fermeeLe: null };

describe("La phase d'une CPTS", () => {
  it.each<[string, Partial<ExistenceCpts>, string]>([
    ["est celle qui est déclarée", {}, "EN_VALIDATION"],
    ["est dissoute dès qu'elle est fermée", { fermeeLe: "2026-01-01" }, "DISSOUTE"],
    [
      "est supposée en fonctionnement quand FINESS l'enregistre sans que rien ne soit déclaré",
      { phaseDeclaree: null },
      "EN_FONCTIONNEMENT",
    ],
    ["est l'émergence sans FINESS ni déclaration", { phaseDeclaree: null, finess: null }, "EMERGENCE"],
  ])("%s", (_situation, ecart, attendue) => {
    expect(phaseDeCpts({ ...declareeEnValidation, ...ecart })).toBe(attendue);
  });
});
