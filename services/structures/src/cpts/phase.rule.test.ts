import { describe, expect, it } from "vitest";
import { type ExistenceCpts, phaseDeCpts } from "./phase.rule.ts";

const enValidationDepuisHier: ExistenceCpts = {
  phases: [
    { phase: "EN_VALIDATION", depuis: "2026-11-21" },
    { phase: "EMERGENCE", depuis: "2025-01-01" },
  ],
  fermeeLe: null,
  le: "2026-11-22",
};

describe("La phase d'une CPTS", () => {
  it.each<[string, Partial<ExistenceCpts>, string | null]>([
    ["est la dernière déclarée commencée", {}, "EN_VALIDATION"],
    ["est la sienne dès son premier jour", { le: "2026-11-21" }, "EN_VALIDATION"],
    ["est la précédente la veille", { le: "2026-11-20" }, "EMERGENCE"],
    ["n'est pas connue avant la première", { le: "2024-12-31" }, null],
    ["est dissoute dès le jour où elle ferme", { fermeeLe: "2026-11-22" }, "DISSOUTE"],
    ["n'est pas encore dissoute la veille", { fermeeLe: "2026-11-23" }, "EN_VALIDATION"],
    ["n'est pas connue quand personne ne l'a déclarée", { phases: [] }, null],
  ])("%s", (_situation, ecart, attendue) => {
    expect(phaseDeCpts({ ...enValidationDepuisHier, ...ecart })).toBe(attendue);
  });
});
