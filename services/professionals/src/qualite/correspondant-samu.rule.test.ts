import { appliquer } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { correspondantSamu } from "./correspondant-samu.rule.ts";

const medecin = (codeSavoirFaire: string | null) => ({ codeProfession: "10", codeSavoirFaire });

describe("Un médecin correspondant du SAMU", () => {
  it.each([
    ["un généraliste qualifié", [medecin("SM26")], "OUI"],
    ["un généraliste qui est aussi autre chose", [medecin("SM04"), medecin("SM54")], "OUI"],
    ["un médecin dont le savoir-faire n'est pas connu", [medecin(null), medecin("SM04")], "INCONNU"],
    ["un autre spécialiste", [medecin("SM04")], "NON"],
    ["une infirmière", [{ codeProfession: "60", codeSavoirFaire: null }], "NON"],
    ["qui n'a pas d'activité", [], "NON"],
  ])("%s : %s", (_cas, activites, attendu) => {
    expect(appliquer(correspondantSamu, { activites }).verdict).toBe(attendu);
  });
});
