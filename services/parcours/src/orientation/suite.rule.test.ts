import { describe, expect, it } from "@jest/globals";
import { type FaitsDeLaSuite, suitePermise } from "./suite.rule.ts";

const FAITS: FaitsDeLaSuite = {
  action: "REORIENTER",
  nature: "PRISE_EN_CHARGE",
  statutBesoin: "OUVERT",
  statutDossier: "EN_SUIVI",
  roles: ["EQUIPE"],
};

describe("Une orientation a une suite", () => {
  it.each<[string, Partial<FaitsDeLaSuite>, boolean]>([
    ["quand son besoin est ouvert", {}, true],
    ["quand son besoin attend d'autres réponses", { statutBesoin: "EN_ORIENTATION" }, true],
    ["jamais quand son besoin est couvert", { statutBesoin: "COUVERT" }, false],
    ["jamais quand son besoin est abandonné", { statutBesoin: "ABANDONNE" }, false],
    ["jamais quand le dossier est clos", { statutDossier: "CLOS" }, false],
    ["jamais pour qui n'a pas de rôle dans le dossier", { roles: [] }, false],
    ["d'avis d'expert, par conversion", { action: "CONVERTIR", nature: "AVIS_EXPERT" }, true],
    ["jamais par conversion, si elle n'est pas un avis d'expert", { action: "CONVERTIR" }, false],
  ])("%s", (_cas, ecart, attendu) => {
    expect(suitePermise({ ...FAITS, ...ecart })).toBe(attendu);
  });
});
