import { describe, expect, it } from "vitest";
import { ageRevolu, trancheAge } from "./age.rule.ts";

describe("L'âge d'une personne", () => {
  it.each([
    ["1950-11-22", 76, "70 à 79 ans"],
    ["1950-11-23", 75, "70 à 79 ans"],
    ["2023-11-23", 2, "moins de 3 ans"],
    ["2023-11-22", 3, "3 à 9 ans"],
    ["2008-11-23", 17, "10 à 17 ans"],
    ["2008-11-22", 18, "18 à 29 ans"],
    ["1936-11-22", 90, "90 ans et plus"],
  ])("née le %s, elle a %d ans le 22/11/2026 : %s", (naissance, age, tranche) => {
    expect(ageRevolu(naissance, "2026-11-22")).toBe(age);
    expect(trancheAge(age)).toBe(tranche);
  });
});
