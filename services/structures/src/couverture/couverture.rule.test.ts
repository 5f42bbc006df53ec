import { appliquer, type Verdict } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { type CptsDeTerritoire, compteDansLaCouverture } from "./couverture.rule.ts";

const toutJusteComptee: CptsDeTerritoire = {
  phaseDeclaree: "EN_FONCTIONNEMENT",
  phaseDepuis: "2026-11-22",
  fermeeLe: null,
  le: "2026-11-22",
  aujourdhui: "2026-11-22",
};

describe("Une CPTS qui a un territoire", () => {
  it("compte dans la couverture le premier jour de son fonctionnement", () => {
    expect(appliquer(compteDansLaCouverture, toutJusteComptee).verdict).toBe("OUI");
  });

  it.each<[string, Partial<CptsDeTerritoire>, Verdict]>([
    ["sans phase déclarée, on ne sait pas", { phaseDeclaree: null }, "INCONNU"],
    ["en validation, ne compte pas", { phaseDeclaree: "EN_VALIDATION" }, "NON"],
    ["au pré-projet, ne compte pas", { phaseDeclaree: "PRE_PROJET_DEPOSE" }, "NON"],
    ["dissoute, ne compte pas", { phaseDeclaree: "DISSOUTE" }, "NON"],
    ["la veille de son fonctionnement, ne compte pas", { le: "2026-11-21" }, "NON"],
    ["dont la phase n'est pas datée, compte à partir d'aujourd'hui", { phaseDepuis: null }, "OUI"],
    ["dont la phase n'est pas datée, reste inconnue hier", { phaseDepuis: null, le: "2026-11-21" }, "INCONNU"],
    ["fermée ce jour-là, ne compte plus", { fermeeLe: "2026-11-22" }, "NON"],
    ["fermée le lendemain, compte encore", { fermeeLe: "2026-11-23" }, "OUI"],
  ])("%s", (_situation, ecart, attendu) => {
    expect(appliquer(compteDansLaCouverture, { ...toutJusteComptee, ...ecart }).verdict).toBe(attendu);
  });
});
