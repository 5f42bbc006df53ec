import { describe, expect, it } from "vitest";
import { dernierJour, veille } from "./succession.rule.ts";

const suivantes = [{ debut: "2024-06-01" }, { debut: "2026-01-01" }, { debut: "2020-01-01" }];

describe("Le dernier jour d'un fait daté", () => {
  it.each([
    ["court jusqu'à nouvel ordre quand rien ne suit", "2026-01-01", null, null],
    ["est celui qui est demandé quand rien ne suit", "2026-01-01", "2026-12-31", "2026-12-31"],
    ["est la veille du suivant, le plus proche", "2023-01-01", null, "2024-05-31"],
    ["peut être demandé jusqu'à la veille du suivant", "2023-01-01", "2024-05-31", "2024-05-31"],
    ["ne peut pas empiéter sur le suivant", "2023-01-01", "2024-06-01", "chevauche"],
  ])("%s", (_cas, debut, fin, attendu) => {
    expect(dernierJour({ debut, fin }, suivantes)).toBe(attendu);
  });

  it.each([
    ["2024-03-01", "2024-02-29"],
    ["2026-01-01", "2025-12-31"],
    ["2026-03-30", "2026-03-29"],
  ])("la veille du %s est le %s", (jour, attendu) => {
    expect(veille(jour)).toBe(attendu);
  });
});
