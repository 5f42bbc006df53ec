import { describe, expect, it } from "vitest";
import { modalitesConnues } from "./modalites.rule.ts";

describe("Les modalités d'accueil", () => {
  it("d'un médicobus sont d'aller vers, même sans déclaration", () => {
    expect(modalitesConnues({ type: "MEDICOBUS", declarees: null })).toEqual(["ALLER_VERS"]);
    expect(modalitesConnues({ type: "MEDICOBUS", declarees: ["ALLER_VERS", "TELESOIN"] })).toEqual([
      "ALLER_VERS",
      "TELESOIN",
    ]);
  });

  it("d'une autre structure ne se devinent pas", () => {
    expect(modalitesConnues({ type: "EHPAD", declarees: null })).toEqual([]);
    expect(modalitesConnues({ type: "MSP", declarees: ["DOMICILE"] })).toEqual(["DOMICILE"]);
  });
});
