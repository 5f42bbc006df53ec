import { describe, expect, it } from "vitest";
import { lireApl } from "./apl.rule.ts";

const toutJusteSousDense = { millesime: 2023, source: "inventée", valeur: 2.49, valeurSansPlusDe65Ans: 2.49 };

describe("L'accessibilité potentielle localisée", () => {
  it.each([
    [2.49, true],
    [2.4999999999, true],
    [2.5, false],
    [2.51, false],
    [0, true],
  ])("de %d consultations par habitant et par an est sous-dense : %s", (valeur, attendu) => {
    expect(lireApl({ ...toutJusteSousDense, valeur }).sousDense).toBe(attendu);
  });

  it.each([
    [2.49, "OUI"],
    [2.5, "NON"],
    [2.51, "NON"],
    [null, "INCONNU"],
  ])("de %s sans les plus de 65 ans annonce une sous-densité : %s", (valeurSansPlusDe65Ans, attendu) => {
    expect(lireApl({ ...toutJusteSousDense, valeurSansPlusDe65Ans }).sousDensePrevisible).toBe(attendu);
  });

  it("juge à part l'accès d'aujourd'hui et celui qui s'annonce", () => {
    expect(lireApl({ ...toutJusteSousDense, valeur: 2.5 })).toMatchObject({
      sousDense: false,
      sousDensePrevisible: "OUI",
    });
  });
});
