import { appliquer, type Verdict } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { type DossierMsp, financementPerenne } from "./financement-perenne.rule.ts";

const exactement = (surs: number, possibles = 0) => ({ surs, possibles });
const associes = {
  medecins: exactement(2),
  medecinsGeneralistes: exactement(2),
  paramedicaux: exactement(1),
  professionnelsDeSante: exactement(3),
};
const effectifs = { medecins: 5, medecinsGeneralistes: 4, paramedicaux: 6, professionnelsDeSante: 11 };
const sansSeuil = { DEUX_MEDECINS: null, UN_PARAMEDICAL: null };
const seuilDe = (minimum: number) => ({ minimum, source: "essai" });
const toutJusteEligible: DossierMsp = {
  statutJuridique: "SISA",
  associes,
  effectifs,
  coherencePrs: "OUI",
  seuils: sansSeuil,
};

const juger = (ecart: Partial<DossierMsp>) => appliquer(financementPerenne, { ...toutJusteEligible, ...ecart });

describe("Le financement pérenne d'une MSP", () => {
  it("est ouvert à une SISA de deux médecins et un paramédical dont le projet est cohérent", () => {
    expect(juger({}).verdict).toBe("OUI");
  });

  it.each<[string, Partial<DossierMsp>, Verdict, string]>([
    ["est une association", { statutJuridique: "ASSOCIATION_LOI_1901" }, "NON", "STATUT_SISA"],
    ["n'a pas déclaré sa forme", { statutJuridique: null }, "INCONNU", "STATUT_SISA"],
    ["n'a qu'un médecin", { associes: { ...associes, medecins: exactement(1) } }, "NON", "DEUX_MEDECINS"],
    [
      "a un médecin et un associé sans profession",
      { associes: { ...associes, medecins: exactement(1, 1) } },
      "INCONNU",
      "DEUX_MEDECINS",
    ],
    ["n'a aucun paramédical", { associes: { ...associes, paramedicaux: exactement(0) } }, "NON", "UN_PARAMEDICAL"],
    ["n'a déclaré aucun associé", { associes: null }, "INCONNU", "DEUX_MEDECINS"],
    [
      "n'a que deux médecins quand sa région en demande trois",
      { seuils: { ...sansSeuil, DEUX_MEDECINS: seuilDe(3) } },
      "NON",
      "DEUX_MEDECINS",
    ],
    [
      "n'a qu'un paramédical quand sa région en demande deux",
      { seuils: { ...sansSeuil, UN_PARAMEDICAL: seuilDe(2) } },
      "NON",
      "UN_PARAMEDICAL",
    ],
    ["a un projet incohérent avec le PRS", { coherencePrs: "NON" }, "NON", "PROJET_COHERENT"],
    ["attend l'avis sur son projet", { coherencePrs: "INCONNU" }, "INCONNU", "PROJET_COHERENT"],
  ])("pour une MSP qui %s", (_situation, ecart, attendu, condition) => {
    const eligibilite = juger(ecart);
    expect(eligibilite.verdict).toBe(attendu);
    expect(eligibilite.conditions.find(({ code }) => code === condition)?.verdict).toBe(attendu);
  });

  it("dit ce que la région demande, et qui le dit", () => {
    const seuils = { ...sansSeuil, DEUX_MEDECINS: seuilDe(3) };
    const trois = { ...associes, medecins: exactement(3) };
    expect(juger({ seuils, associes: trois }).verdict).toBe("OUI");
    expect(juger({ seuils }).conditions[1]?.constat).toBe("2 déclaré(s) ; la région en demande 3 (essai)");
  });

  it("garde le minimum national quand la région en demande moins", () => {
    const seuils = { ...sansSeuil, DEUX_MEDECINS: seuilDe(1) };
    expect(juger({ seuils, associes: { ...associes, medecins: exactement(1) } }).verdict).toBe("NON");
  });

  it("cite les effectifs du RPPS, sans les juger, quand aucun associé n'est déclaré", () => {
    const medecins = juger({ associes: null }).conditions.find(({ code }) => code === "DEUX_MEDECINS");
    expect(medecins).toMatchObject({
      verdict: "INCONNU",
      constat: "aucun membre déclaré ; le RPPS en compte 5 en activité dans la structure",
    });
  });

  it("dit que les effectifs manquent quand l'annuaire des professionnels ne répond pas", () => {
    const medecins = juger({ associes: null, effectifs: null }).conditions.find(({ code }) => code === "DEUX_MEDECINS");
    expect(medecins?.constat).toBe("aucun membre déclaré ; les effectifs du RPPS ne sont pas disponibles");
  });
});
