import { describe, expect, it } from "vitest";
import { natureDe } from "./nature.rule.ts";

describe("La nature d'une activité", () => {
  it.each([
    ["déclarée", "CONSULTATION_AVANCEE", "GENR01", "CONSULTATION_AVANCEE"],
    ["déclarée, même si le répertoire dit un remplacement", "ADJOINT", "GENR02", "ADJOINT"],
    ["du répertoire, sans genre d'activité", "PRINCIPALE", null, "PRINCIPALE"],
    ["du répertoire, activité de soins", "PRINCIPALE", "GENR01", "PRINCIPALE"],
    ["du répertoire, activité de soins en tant que remplaçant", "PRINCIPALE", "GENR02", "REMPLACEMENT"],
    ["du répertoire, remplacement dans une activité de soins", "PRINCIPALE", "GENR03", "REMPLACEMENT"],
  ] as const)("%s", (_cas, natureDeclaree, genre, attendue) => {
    expect(natureDe({ natureDeclaree, genre })).toBe(attendue);
  });
});
