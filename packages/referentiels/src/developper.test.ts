import { describe, expect, it } from "vitest";
import {
  agregats,
  CODES_IPA,
  categories,
  developperCodes,
  famillesDeSavoirFaire,
  findCategorie,
  findSavoirFaire,
  professions,
  savoirFaireDeProfession,
} from "./index.ts";

describe("Développer un filtre", () => {
  it.each(["SM26", "SM53", "SM54", "MEDECINE_GENERALE"])(
    "%s cherche les trois codes de la médecine générale",
    (code) => {
      expect(developperCodes([code])).toEqual(["SM26", "SM53", "SM54"]);
    },
  );

  it("la famille IPA cherche les cinq mentions, et une mention ne cherche qu'elle", () => {
    expect(developperCodes(["IPA"])).toEqual(CODES_IPA);
    expect(developperCodes(["SI04"])).toEqual(["SI04"]);
  });

  it("une famille de spécialité cherche ses savoir-faire, sans répéter ceux qui sont déjà demandés", () => {
    expect(developperCodes(["SM42", "PSYCHIATRIE"])).toEqual(["SM42", "SM33", "SM43", "SM92", "SM93"]);
  });

  it.each([
    ["3101", "611"],
    ["3100", "611"],
    ["3000", "611"],
    ["2103", "603"],
  ])("l'agrégat FINESS %s cherche la catégorie %s", (agregat, categorie) => {
    expect(developperCodes([agregat])).toContain(categorie);
  });

  it("chaque agrégat a des catégories, et les agrégats les plus larges les ont toutes, une fois chacune", () => {
    for (const { code } of agregats) expect(developperCodes([code])).not.toEqual([code]);
    const larges = [...new Set(categories.map(({ agregats: chaine }) => chaine.at(-1)?.code ?? ""))];
    expect(developperCodes(larges).toSorted()).toEqual(categories.map(({ code }) => code).toSorted());
  });

  it("laisse tel quel un code sans enfant, connu ou non", () => {
    expect(developperCodes(["603", "10", "INCONNU"])).toEqual(["603", "10", "INCONNU"]);
    expect(developperCodes([])).toEqual([]);
  });
});

describe("Les familles", () => {
  it("n'ont que des savoir-faire connus, d'une seule profession, et au moins deux", () => {
    for (const { codes } of famillesDeSavoirFaire) {
      expect(codes.map(findSavoirFaire)).not.toContain(null);
      expect(new Set(codes).size).toBeGreaterThanOrEqual(2);
      const tenues = ["10", "40", "60"].filter((profession) =>
        savoirFaireDeProfession(profession).some(({ code }) => codes.includes(code)),
      );
      expect(tenues).toHaveLength(1);
    }
  });

  it("ont des codes qu'aucune autre liste n'emploie", () => {
    for (const { code } of [...famillesDeSavoirFaire, ...agregats]) {
      expect(findCategorie(code)).toBeNull();
      expect(findSavoirFaire(code)).toBeNull();
      expect(professions.map((profession) => profession.code)).not.toContain(code);
    }
  });
});
