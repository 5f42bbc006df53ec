import { appliquer, type Verdict } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import {
  type DossierDuProfessionnel,
  exigencesDuProfessionnel,
  horsDEquipe,
} from "./exigences-du-professionnel.rule.ts";

const texte = exigencesDuProfessionnel({ cadres: ["MSP", "CENTRE_DE_SANTE"], habilitations: ["TROD_ANGINE"] });
const formation = { code: "TROD_ANGINE", depuis: "2026-11-22", jusquA: "2026-11-22" };
const toutJusteAdmis: DossierDuProfessionnel = { typeStructure: "MSP", habilitations: [formation], le: "2026-11-22" };

describe("Ce que le texte exige du professionnel", () => {
  it("est rempli dans un cadre admis, par une habilitation en vigueur ce jour-là", () => {
    expect(appliquer(texte, toutJusteAdmis)).toMatchObject({
      verdict: "OUI",
      conditions: [
        { code: "CADRE", constat: "lieu d'exercice : maison de santé" },
        { code: "TROD_ANGINE", constat: null },
      ],
    });
  });

  it.each<[string, Partial<DossierDuProfessionnel>, Verdict, string, string]>([
    [
      "exerce dans l'autre cadre admis",
      { typeStructure: "CENTRE_DE_SANTE" },
      "OUI",
      "CADRE",
      "lieu d'exercice : centre de santé",
    ],
    [
      "lieu d'exercice : pharmacie, qui peut être membre d'une MSP",
      { typeStructure: "PHARMACIE" },
      "INCONNU",
      "CADRE",
      "lieu d'exercice : pharmacie ; appartenance à confirmer",
    ],
    [
      "exerce dans une structure inconnue",
      { typeStructure: null },
      "INCONNU",
      "CADRE",
      "structure inconnue de l'annuaire",
    ],
    ["n'a rien déclaré", { habilitations: [] }, "INCONNU", "TROD_ANGINE", "non déclarée à l'annuaire"],
    [
      "a déclaré autre chose",
      { habilitations: [{ ...formation, code: "ASALEE" }] },
      "INCONNU",
      "TROD_ANGINE",
      "non déclarée à l'annuaire",
    ],
    ["a une habilitation échue la veille", { le: "2026-11-23" }, "NON", "TROD_ANGINE", "échue le 2026-11-22"],
    ["a une habilitation qui commence demain", { le: "2026-11-21" }, "NON", "TROD_ANGINE", "à partir du 2026-11-22"],
  ])("pour un professionnel qui %s", (_situation, ecart, attendu, condition, constat) => {
    const { verdict, conditions } = appliquer(texte, { ...toutJusteAdmis, ...ecart });
    expect(verdict).toBe(attendu);
    expect(conditions.find(({ code }) => code === condition)).toMatchObject({ verdict: attendu, constat });
  });

  it.each<[string, string | null, Verdict]>([
    ["dans la pharmacie admise", "PHARMACIE", "OUI"],
    ["dans un cabinet", "CABINET", "NON"],
    ["dans une structure inconnue", null, "INCONNU"],
  ])("quand seuls des lieux sont admis, %s", (_lieu, typeStructure, attendu) => {
    const officine = exigencesDuProfessionnel({ cadres: ["PHARMACIE"], habilitations: [] });
    expect(appliquer(officine, { ...toutJusteAdmis, typeStructure }).verdict).toBe(attendu);
  });

  it("tient d'une habilitation en vigueur parmi plusieurs, et d'une sans échéance", () => {
    const ancienne = { ...formation, depuis: "2020-01-01", jusquA: "2021-01-01" };
    expect(
      appliquer(texte, { ...toutJusteAdmis, habilitations: [ancienne, { ...formation, jusquA: null }] }).verdict,
    ).toBe("OUI");
  });

  it("est rempli d'avance quand le texte n'exige rien", () => {
    const libre = exigencesDuProfessionnel({ cadres: [], habilitations: [] });
    expect(appliquer(libre, { ...toutJusteAdmis, typeStructure: null, habilitations: [] })).toMatchObject({
      verdict: "OUI",
      conditions: [],
    });
  });

  it("nomme l'équipe d'un protocole comme une habilitation à déclarer", () => {
    const protocole = exigencesDuProfessionnel({ cadres: [], habilitations: ["EQUIPE_PROTOCOLE_D05"] });
    const eligibilite = appliquer(protocole, toutJusteAdmis);
    expect(horsDEquipe(eligibilite)).toBe(true);
    expect(horsDEquipe(appliquer(texte, toutJusteAdmis))).toBe(false);
    expect(eligibilite).toMatchObject({
      verdict: "INCONNU",
      conditions: [{ libelle: expect.stringContaining("équipe déclarée pour le protocole D05") }],
    });
  });
});
