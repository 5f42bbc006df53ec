import { describe, expect, it } from "vitest";
import { direDuree, estObjetConserve, lireDuree } from "./table.ts";

describe("Une durée de conservation, telle que l'exploitant l'écrit", () => {
  it.each([
    ["20ans", { mois: 240, jours: null }, "20 an(s)"],
    ["1an", { mois: 12, jours: null }, "1 an(s)"],
    ["18mois", { mois: 18, jours: null }, "18 mois"],
    ["8jours", { mois: null, jours: 8 }, "8 jours"],
    ["aucune", { mois: null, jours: null }, "sans limite"],
  ])("%s se lit", (texte, duree, dite) => {
    expect(lireDuree(texte)).toEqual(duree);
    expect(direDuree(duree)).toBe(dite);
  });

  it.each(["", "20", "ans", "0ans", "-1an", "1.5ans", "20 ans", "20années", "7jours", "2001ans", "20ans;", "20ANS"])(
    "« %s » ne se lit pas",
    (texte) => {
      expect(lireDuree(texte)).toBeNull();
    },
  );

  it("vaut pour un objet connu seulement", () => {
    expect(["DOSSIER_CLOS", "DEMANDE_ECARTEE", "HORS_DOSSIER"].every(estObjetConserve)).toBe(true);
    expect([undefined, "", "dossier_clos", "toString"].some(estObjetConserve)).toBe(false);
  });
});
