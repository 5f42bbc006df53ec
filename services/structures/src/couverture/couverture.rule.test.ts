import { appliquer, type Verdict } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { type CptsDeTerritoire, compteDansLaCouverture } from "./couverture.rule.ts";

const toutJusteComptee: CptsDeTerritoire = {
  phaseCeJour: "EN_FONCTIONNEMENT",
  fermeeLe: "2026-11-23",
  le: "2026-11-22",
};

describe("Une CPTS qui a un territoire", () => {
  it("compte dans la couverture quand elle est en fonctionnement, jusqu'à la veille de sa fermeture", () => {
    expect(appliquer(compteDansLaCouverture, toutJusteComptee).verdict).toBe("OUI");
  });

  it.each<[string, Partial<CptsDeTerritoire>, Verdict]>([
    ["sans phase déclarée ce jour-là, on ne sait pas", { phaseCeJour: null }, "INCONNU"],
    ["en émergence, ne compte pas", { phaseCeJour: "EMERGENCE" }, "NON"],
    ["en validation, ne compte pas", { phaseCeJour: "EN_VALIDATION" }, "NON"],
    ["au pré-projet, ne compte pas", { phaseCeJour: "PRE_PROJET_DEPOSE" }, "NON"],
    ["dissoute, ne compte pas", { phaseCeJour: "DISSOUTE" }, "NON"],
    ["fermée ce jour-là, ne compte plus", { fermeeLe: "2026-11-22" }, "NON"],
    ["qui n'a pas fermé, compte", { fermeeLe: null }, "OUI"],
  ])("%s", (_situation, ecart, attendu) => {
    expect(appliquer(compteDansLaCouverture, { ...toutJusteComptee, ...ecart }).verdict).toBe(attendu);
  });
});
