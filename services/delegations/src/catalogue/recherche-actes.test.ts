import { beforeAll, describe, expect, it } from "vitest";
import { catalogueDuProjet } from "../../tests/catalogue-du-projet.ts";
import type { Acte } from "./delegation.ts";
import { rechercherActes } from "./recherche-actes.ts";

describe("La recherche d'un acte", () => {
  let actes: readonly Acte[];
  beforeAll(() => {
    ({ actes } = catalogueDuProjet());
  });

  it.each([
    ["vaccin grippe", "VACCINATION_GRIPPE"],
    ["GRIPPE, le vaccin", "VACCINATION_GRIPPE"],
    ["vaccins contre les grippes", "VACCINATION_GRIPPE"],
    ["tetanos", "VACCINATION_CALENDRIER"],
    ["angine", "ANGINE"],
    ["mal de gorge", "ANGINE"],
    ["infections urinaires", "CYSTITE"],
    ["entorse", "ENTORSE_CHEVILLE"],
    ["mal de dos", "LOMBALGIE_AIGUE"],
    ["certificat de décès", "CERTIFICAT_DECES"],
    ["deces", "CERTIFICAT_DECES"],
    ["œil paresseux", "DEPISTAGE_AMBLYOPIE"],
    ["VACCINATION_GRIPPE", "VACCINATION_GRIPPE"],
  ])("trouve d'abord « %s »", (recherche, attendu) => {
    expect(rechercherActes(actes, recherche)[0]?.code).toBe(attendu);
  });

  it("rend pour « lunettes » le bilan et le renouvellement", () => {
    expect(rechercherActes(actes, "lunettes").map(({ code }) => code)).toEqual([
      "BILAN_VISUEL",
      "RENOUVELLEMENT_LUNETTES",
    ]);
  });

  it("ne rend rien quand un mot ne se retrouve nulle part", () => {
    expect(rechercherActes(actes, "vaccin parachute")).toEqual([]);
  });

  it("rend tous les actes, par libellé, quand aucun mot n'est utile", () => {
    expect(rechercherActes(actes, " de la ")).toHaveLength(actes.length);
  });
});
