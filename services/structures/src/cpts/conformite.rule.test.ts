import { appliquer, type Verdict } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { conformiteCpts, type DossierCpts } from "./conformite.rule.ts";

const projet = { territoire: "le bassin de vie", modalites: "réunions", actions: ["prévention"] };
const toutJusteConforme: DossierCpts = {
  statutJuridique: "ASSOCIATION_LOI_1901",
  projet,
  aci: { ars: "ARS Auvergne-Rhône-Alpes" },
};

describe("La conformité d'une CPTS", () => {
  it("est acquise à une association dont le projet dit territoire, modalités et actions, liée à l'ARS", () => {
    expect(appliquer(conformiteCpts, toutJusteConforme).verdict).toBe("OUI");
  });

  it.each<[string, Partial<DossierCpts>, Verdict, string]>([
    ["est un GIP", { statutJuridique: "GIP" }, "NON", "ASSOCIATION"],
    ["n'a pas déclaré sa forme", { statutJuridique: null }, "INCONNU", "ASSOCIATION"],
    ["n'a pas déclaré de projet", { projet: null }, "INCONNU", "PROJET_TERRITOIRE"],
    ["n'écrit pas son territoire", { projet: { ...projet, territoire: " " } }, "INCONNU", "PROJET_TERRITOIRE"],
    ["n'écrit pas ses modalités", { projet: { ...projet, modalites: null } }, "INCONNU", "PROJET_MODALITES"],
    ["n'écrit aucune action", { projet: { ...projet, actions: [] } }, "INCONNU", "PROJET_ACTIONS"],
    ["n'a pas d'accord connu", { aci: null }, "INCONNU", "CONTRAT_ARS"],
    ["a un accord que l'ARS n'a pas signé", { aci: { ars: null } }, "INCONNU", "CONTRAT_ARS"],
  ])("d'une CPTS qui %s", (_situation, ecart, attendu, condition) => {
    const eligibilite = appliquer(conformiteCpts, { ...toutJusteConforme, ...ecart });
    expect(eligibilite.verdict).toBe(attendu);
    expect(eligibilite.conditions.find(({ code }) => code === condition)?.verdict).toBe(attendu);
  });
});
