import { beforeAll, describe, expect, it } from "vitest";
import { catalogueDuProjet, requireDelegation } from "../../tests/catalogue-du-projet.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { FaitsPersonne } from "./faits.ts";
import { presents, rienDeConnu, TEXTES } from "./personne.cas.ts";
import { eligibilitePersonne } from "./personne.rule.ts";

describe("L'éligibilité de la personne", () => {
  let catalogue: Catalogue;
  beforeAll(() => {
    catalogue = catalogueDuProjet();
  });

  describe.each(TEXTES)("%s · %s", (code, _titre, toutJuste, cas) => {
    const juger = (ecart: Partial<FaitsPersonne>) =>
      eligibilitePersonne(requireDelegation(catalogue, code), { ...rienDeConnu, ...toutJuste, ...ecart });

    it("est OUI pour la personne tout juste éligible", () => {
      expect(juger({}).verdict).toBe("OUI");
    });

    it.each(cas)("%s", (_situation, ecart, attendu, condition, constat) => {
      const eligibilite = juger(ecart);
      expect(eligibilite.verdict).toBe(attendu);
      expect(eligibilite.conditions).toContainEqual(
        expect.objectContaining({ code: condition, verdict: attendu, constat }),
      );
    });
  });

  it("ne rend pas les conditions d'un autre acte, ni celles qui portent sur le professionnel", () => {
    const { conditions } = eligibilitePersonne(requireDelegation(catalogue, "D10"), {
      ...rienDeConnu,
      acte: "VACCINATION_GRIPPE",
    });
    expect(conditions.map(({ code }) => code)).toEqual(["ACTE", "EN_VIGUEUR", "AGE_MINIMUM"]);
  });

  it("dit NON d'un acte que la délégation ne couvre pas", () => {
    const angine = { ...rienDeConnu, age: 72, acte: "ANGINE" };
    expect(eligibilitePersonne(requireDelegation(catalogue, "D10"), angine).verdict).toBe("NON");
  });

  it("arrête une fiche à vérifier à INCONNU, et le dit", () => {
    const suivie = {
      ...rienDeConnu,
      acte: "SUIVI_CHRONIQUE_ASALEE",
      criteres: presents("MALADIE_CHRONIQUE_PATIENTELE"),
    };
    const eligibilite = eligibilitePersonne(requireDelegation(catalogue, "D06"), suivie);
    expect(eligibilite.verdict).toBe("INCONNU");
    expect(eligibilite.conditions.filter(({ verdict }) => verdict !== "OUI")).toEqual([
      expect.objectContaining({ code: "RELECTURE", constat: "à vérifier sur le texte" }),
    ]);
  });

  it("dit éteinte et remplacée l'expérimentation antigrippale, hors de sa région aussi en son temps", () => {
    const d28 = requireDelegation(catalogue, "D28");
    const vaccination = { ...rienDeConnu, acte: "VACCINATION_GRIPPE", age: 72 };
    expect(eligibilitePersonne(d28, vaccination).conditions).toContainEqual(
      expect.objectContaining({ constat: "le 22/11/2026 : éteinte depuis le 28/02/2019, remplacée par D10" }),
    );
    const aToulouse = { ...vaccination, le: "2017-12-01", departement: "31" };
    expect(eligibilitePersonne(d28, aToulouse).conditions).toContainEqual(
      expect.objectContaining({ code: "AUVERGNE_RHONE_ALPES", verdict: "NON", constat: "département 31" }),
    );
  });
});
