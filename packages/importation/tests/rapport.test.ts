import { describe, expect, it } from "vitest";
import { RapportImport } from "../src/index.ts";

describe("Le rapport d'un import", () => {
  it("compte chaque ligne et cite les numéros des rejetées", () => {
    const rapport = new RapportImport({ format: "finess", fichier: "f.csv" });
    rapport.lue(4);
    rapport.rejeter(2, "CLE_INVALIDE", "clé de contrôle FINESS invalide");
    rapport.rejeter(4, "CLE_INVALIDE", "clé de contrôle FINESS invalide");
    rapport.signaler(3, "SANS_POSITION", "sans position : centre de la commune");
    rapport.compter({ inserees: 2, modifiees: 0, fermees: 0, inchangees: 0 });
    expect(rapport.toJSON()).toMatchObject({
      resultat: "IMPORTE",
      lues: 4,
      inserees: 2,
      rejetees: 2,
      rejets: [{ code: "CLE_INVALIDE", nombre: 2, lignes: [2, 4] }],
      signalements: [{ code: "SANS_POSITION", nombre: 1, lignes: [3] }],
    });
    expect(rapport.enTexte()).toContain("rejetées : 2 — clé de contrôle FINESS invalide (lignes 2, 4)");
  });

  it("dit quand rien n'a changé", () => {
    const rapport = new RapportImport({ format: "rpps", fichier: "f.txt" });
    rapport.compter({ inserees: 0, modifiees: 0, fermees: 0, inchangees: 12 });
    expect(rapport.sansChangement).toBe(true);
    expect(rapport.enTexte()).toContain("Aucun changement");
  });
});
