import { describe, expect, it } from "vitest";
import { type ActiviteRenseignee, completudeDe } from "./completude.rule.ts";

const complete: ActiviteRenseignee = {
  soignante: true,
  declaree: false,
  medecin: true,
  savoirFaire: true,
  modeExercice: true,
  lieu: true,
  adresse: true,
  commune: true,
  telephone: true,
  messagerieSecurisee: true,
  disponibilite: true,
};

describe("La complétude d'une fiche", () => {
  it("vaut 1 quand rien ne manque", () => {
    expect(completudeDe([complete])).toEqual({ score: 1, manquants: [] });
  });

  it.each<[keyof ActiviteRenseignee, string]>([
    ["savoirFaire", "savoir-faire"],
    ["modeExercice", "mode d'exercice"],
    ["lieu", "structure ou raison sociale"],
    ["adresse", "adresse"],
    ["commune", "commune"],
    ["telephone", "téléphone"],
    ["messagerieSecurisee", "boîte MSSanté"],
    ["disponibilite", "disponibilité à jour"],
  ])("perd un huitième sans %s, qu'elle nomme « %s »", (champ, libelle) => {
    expect(completudeDe([{ ...complete, [champ]: false }])).toEqual({ score: 7 / 8, manquants: [libelle] });
  });

  it("n'attend de savoir-faire que d'un médecin", () => {
    expect(completudeDe([{ ...complete, medecin: false, savoirFaire: false }]).score).toBe(1);
  });

  it("n'attend d'un lieu déclaré ni mode d'exercice ni adresse, qu'une déclaration ne dit pas", () => {
    const declaree = { ...complete, declaree: true };
    expect(completudeDe([{ ...declaree, modeExercice: false, adresse: false }])).toEqual({ score: 1, manquants: [] });
    expect(completudeDe([{ ...declaree, lieu: false, telephone: false }])).toEqual({
      score: 4 / 6,
      manquants: ["structure ou raison sociale", "téléphone"],
    });
  });

  it("n'attend de disponibilité que d'une activité de soins", () => {
    expect(completudeDe([{ ...complete, soignante: false, disponibilite: false }]).score).toBe(1);
  });

  it("compte chaque activité, et nomme une fois ce qui manque à plusieurs", () => {
    const sansTelephone = { ...complete, telephone: false };
    expect(completudeDe([complete, sansTelephone, sansTelephone])).toEqual({
      score: 22 / 24,
      manquants: ["téléphone"],
    });
  });

  it("est nulle pour qui n'a plus d'activité", () => {
    expect(completudeDe([])).toEqual({ score: 0, manquants: ["activité en cours"] });
  });
});
