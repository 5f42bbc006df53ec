import { describe, expect, it } from "@jest/globals";
import { regles } from "./regles.ts";

describe("Les règles imprimées pour relecture", () => {
  const imprimees = regles();

  it("donnent chaque délégation une fois, dans sa dernière version, sa période d'application d'abord", () => {
    const codes = imprimees.map(({ regle }) => regle);
    expect(codes).toEqual([...new Set(codes)]);
    expect(imprimees.find(({ regle }) => regle === "D01")?.conditions[0]).toEqual({
      code: "EN_VIGUEUR",
      libelle: "le texte est en vigueur (depuis le 15/03/2023)",
    });
  });

  it("marquent ce que seul le professionnel vérifie, et ce qui reste à vérifier sur le texte", () => {
    const vaccination = imprimees.find(({ regle }) => regle === "D10");
    expect(vaccination?.conditions.find(({ code }) => code === "CONTRE_INDICATION")?.libelle).toBe(
      "le médecin traitant n'a pas formulé de contre-indication (vérifié par le professionnel au moment de l'acte)",
    );
    expect(vaccination?.source).not.toContain("à vérifier sur le texte");
    expect(imprimees.find(({ regle }) => regle === "D28")?.source).toContain("(à vérifier sur le texte)");
  });
});
