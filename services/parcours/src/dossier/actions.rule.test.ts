import { describe, expect, it } from "vitest";
import { actionsDuDossier } from "./actions.rule.ts";

const actions = (contenu: Partial<Parameters<typeof actionsDuDossier>[2]>) =>
  actionsDuDossier("EN_EVALUATION", ["EQUIPE"], { evaluations: 1, besoinsAdressables: 1, ...contenu });

describe("Ce que l'on peut faire d'un dossier en évaluation", () => {
  it("comprend d'établir un plan et d'orienter, quand il a une évaluation et un besoin à adresser", () => {
    expect([...actions({})]).toEqual(expect.arrayContaining(["ETABLIR_PLAN", "ORIENTER", "EVALUER"]));
  });

  it("ne comprend pas d'établir un plan sans évaluation", () => {
    expect(actions({ evaluations: 0 }).has("ETABLIR_PLAN")).toBe(false);
  });

  it("ne comprend pas d'orienter sans besoin à adresser", () => {
    expect(actions({ besoinsAdressables: 0 }).has("ORIENTER")).toBe(false);
  });

  it("ne comprend rien pour qui n'a pas de rôle", () => {
    expect(actionsDuDossier("EN_EVALUATION", [], { evaluations: 1, besoinsAdressables: 1 }).size).toBe(0);
  });
});
