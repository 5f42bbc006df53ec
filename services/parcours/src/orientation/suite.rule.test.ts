import { describe, expect, it } from "vitest";
import { type FaitsDeLaSuite, suitePermise } from "./suite.rule.ts";

const FAITS: FaitsDeLaSuite = {
  action: "REORIENTER",
  nature: "PRISE_EN_CHARGE",
  statutBesoin: "OUVERT",
  statutDossier: "EN_SUIVI",
  roles: ["EQUIPE"],
  emportee: false,
};

describe("Une orientation a une suite", () => {
  it.each<[string, Partial<FaitsDeLaSuite>, boolean]>([
    ["quand son besoin est ouvert", {}, true],
    ["quand son besoin attend d'autres réponses", { statutBesoin: "EN_ORIENTATION" }, true],
    ["jamais quand son besoin est couvert", { statutBesoin: "COUVERT" }, false],
    ["jamais quand son besoin est abandonné", { statutBesoin: "ABANDONNE" }, false],
    ["jamais quand le dossier est clos", { statutDossier: "CLOS" }, false],
    ["jamais pour qui n'a pas de rôle dans le dossier", { roles: [] }, false],
    ["jamais quand un autre du même envoi a accepté", { emportee: true }, false],
    [
      "d'avis d'expert, par conversion, après que ce destinataire a accepté",
      { action: "CONVERTIR", nature: "AVIS_EXPERT", emportee: true },
      true,
    ],
    ["d'avis d'expert, par conversion", { action: "CONVERTIR", nature: "AVIS_EXPERT" }, true],
    ["jamais par conversion, si elle n'est pas un avis d'expert", { action: "CONVERTIR" }, false],
  ])("%s", (_cas, ecart, attendu) => {
    expect(suitePermise({ ...FAITS, ...ecart })).toBe(attendu);
  });
});
