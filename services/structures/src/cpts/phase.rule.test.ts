import { describe, expect, it } from "vitest";
import { type ExistenceCpts, phaseDeCpts } from "./phase.rule.ts";

const declareeEnValidation: ExistenceCpts = { phaseDeclaree: "EN_VALIDATION", fermeeLe: null };

describe("La phase d'une CPTS", () => {
  it.each<[string, Partial<ExistenceCpts>, string | null]>([
    ["est celle qui est déclarée", {}, "EN_VALIDATION"],
    ["est dissoute dès qu'elle est fermée", { fermeeLe: "2026-01-01" }, "DISSOUTE"],
    ["n'est pas connue quand personne ne l'a déclarée", { phaseDeclaree: null }, null],
  ])("%s", (_situation, ecart, attendue) => {
    expect(phaseDeCpts({ ...declareeEnValidation, ...ecart })).toBe(attendue);
  });
});
