import type { ModaliteAccueil } from "@coordination/vocabulaire";
import { describe, expect, it } from "vitest";
import { motifDeDistance } from "./distance.rule.ts";

describe("Ce que vaut la distance", () => {
  it.each<[string, number, ModaliteAccueil[], number]>([
    ["sur place, à distance nulle", 0, ["SUR_SITE"], 30],
    ["sur place, à dix kilomètres : la moitié", 10, ["SUR_SITE"], 15],
    ["sur place, à vingt kilomètres : le quart", 20, ["SUR_SITE"], 7.5],
    ["à domicile, à cinq kilomètres : déjà la moitié", 5, ["DOMICILE"], 15],
    ["en allant vers, à vingt kilomètres : encore la moitié", 20, ["ALLER_VERS"], 15],
    ["sans mode dit : comme sur place", 10, [], 15],
    ["deux modes : le plus favorable", 10, ["DOMICILE", "SUR_SITE"], 15],
    ["à distance : elle ne coûte rien", 150, ["TELECONSULTATION"], 30],
    ["à distance ou sur place : elle ne coûte rien", 150, ["SUR_SITE", "TELESOIN"], 30],
  ])("%s", (_cas, distanceKm, modalites, poids) => {
    expect(motifDeDistance(distanceKm, modalites).poids).toBe(poids);
  });

  it("inconnue, elle ne rapporte rien et se dit", () => {
    expect(motifDeDistance(null, [])).toEqual({
      code: "DISTANCE_INCONNUE",
      libelle: "distance inconnue",
      effet: "DEFAVORABLE",
      poids: 0,
    });
  });

  it("se lit en kilomètres", () => {
    expect(motifDeDistance(3.24, []).libelle).toBe("proximité : 3,2 km");
    expect(motifDeDistance(0.4, []).libelle).toBe("proximité : moins d'un kilomètre");
  });
});
