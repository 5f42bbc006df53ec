import { describe, expect, it } from "vitest";
import { pageDesDelegations } from "./page.ts";

describe("La page des délégations", () => {
  const page = pageDesDelegations();
  const section = (code: string) => page.split(/^## /m).find((texte) => texte.startsWith(`${code}\n`)) ?? "";

  it("donne chaque délégation une fois, dans sa dernière version, avec celles d'avant", () => {
    const codes = [...page.matchAll(/^## (D\d+)$/gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(20);
    expect(codes).toEqual([...new Set(codes)]);
    expect(section("D01")).toContain("- le texte est en vigueur (depuis le 15/03/2023)");
    expect(section("D01")).toContain("- Version 2 : du 31/07/2022 au 14/03/2023");
  });

  it("marque ce que seul le professionnel vérifie, et sur quoi elle a été relue", () => {
    expect(section("D10")).toContain("— vérifié par le professionnel au moment de l'acte (`CONTRE_INDICATION`)");
    expect(section("D10")).not.toContain("à vérifier");
    expect(section("D28")).toContain("**à vérifier** : elle n'atteint jamais OUI");
  });

  it("réunit ce qui reste à vérifier : des fiches entières, et des phrases de fiches relues", () => {
    const table = section("Ce qui reste à vérifier");
    expect(table).toContain("| [D28](#d28) |");
    expect(table).toContain("46 à 50 ans");
    expect(table).not.toContain("| [D10](#d10) |");
  });
});
