import { beforeAll, describe, expect, it } from "vitest";
import { catalogueDuProjet, requireDelegation } from "../../tests/catalogue-du-projet.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { exigencesDuProfessionnel } from "./exigences.rule.ts";

describe("Ce qu'une délégation exige du professionnel", () => {
  let catalogue: Catalogue;
  beforeAll(() => {
    catalogue = catalogueDuProjet();
  });
  const exigences = (code: string, acte: string) => exigencesDuProfessionnel(requireDelegation(catalogue, code), acte);

  it("du pharmacien qui vaccine contre la grippe : l'officine, la déclaration, la formation à l'administration seule", () => {
    expect(exigences("D10", "VACCINATION_GRIPPE")).toEqual({
      professions: ["21"],
      savoirFaire: [],
      cadres: ["PHARMACIE"],
      habilitations: ["VACCINATION_DECLAREE_ORDRE", "VACCINATION_ADMINISTRATION"],
    });
  });

  it("du même pour un autre vaccin : aussi la formation à la prescription", () => {
    expect(exigences("D10", "VACCINATION_CALENDRIER").habilitations).toContain("VACCINATION_PRESCRIPTION");
  });

  it("du délégué d'un protocole : un exercice coordonné, la formation, et une équipe déclarée pour ce protocole", () => {
    expect(exigences("D01", "ANGINE")).toEqual({
      professions: ["60", "21"],
      savoirFaire: [],
      cadres: ["MSP", "CENTRE_DE_SANTE", "ESP", "CPTS"],
      habilitations: ["EQUIPE_PROTOCOLE_D01", "PROTOCOLE_ODYNOPHAGIE"],
    });
  });

  it.each([
    ["2022-06-01", false],
    ["2022-09-01", true],
    ["2024-01-01", true],
  ])("pour l'angine au %s, la CPTS est admise : %s", (le, admise) => {
    const { cadres } = exigencesDuProfessionnel(requireDelegation(catalogue, "D01", le), "ANGINE");
    expect(cadres.includes("CPTS")).toBe(admise);
  });

  it("de la sage-femme qui vaccine contre la grippe, dans tout mode d'exercice : rien de plus que sa profession", () => {
    expect(exigences("D12", "VACCINATION_GRIPPE")).toEqual({
      professions: ["50"],
      savoirFaire: [],
      cadres: [],
      habilitations: [],
    });
  });

  it("n'admet que ce que deux conditions de cadre ont en commun", () => {
    const d10 = requireDelegation(catalogue, "D10");
    const [modele] = d10.conditions.filter(({ epreuve }) => epreuve.genre === "CADRE");
    if (modele === undefined) throw new Error("D10 has a setting");
    const large = { ...modele, epreuve: { genre: "CADRE" as const, typesStructure: ["MSP", "PHARMACIE"] } };
    const doublee = { ...d10, conditions: [...d10.conditions, large] };
    expect(exigencesDuProfessionnel(doublee, "VACCINATION_GRIPPE").cadres).toEqual(["PHARMACIE"]);
  });
});
