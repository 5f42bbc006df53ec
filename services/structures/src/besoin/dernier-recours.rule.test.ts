import { appliquer } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { type BesoinSansReponse, dernierRecours, proposeLeSas } from "./dernier-recours.rule.ts";

const toutJuste: BesoinSansReponse = {
  nature: "SOINS",
  urgence: "SOUS_72_H",
  retenues: 0,
};

describe("Le SAS, en dernier recours", () => {
  it("est proposé pour un soin à donner sous 72 heures auquel aucune structure demandée ne répond", () => {
    expect(proposeLeSas(toutJuste)).toBe(true);
    expect(proposeLeSas({ ...toutJuste, urgence: "SOUS_24_H" })).toBe(true);
  });

  it.each<[string, Partial<BesoinSansReponse>, string]>([
    ["une structure répond", { retenues: 1 }, "AUCUNE_AUTRE_OFFRE"],
    ["l'urgence est vitale", { urgence: "VITALE" }, "PAS_VITALE"],
    ["le besoin attend 15 jours", { urgence: "SOUS_15_JOURS" }, "SOUS_72_HEURES"],
    ["le besoin est programmé", { urgence: "PROGRAMMEE" }, "SOUS_72_HEURES"],
    ["le besoin est social", { nature: "SOCIAL" }, "SOIN"],
  ])("ne l'est pas quand %s", (_situation, ecart, condition) => {
    const { conditions } = appliquer(dernierRecours, { ...toutJuste, ...ecart });
    expect(conditions.filter(({ verdict }) => verdict !== "OUI").map(({ code }) => code)).toEqual([condition]);
  });
});
