import { describe, expect, it } from "vitest";
import { estPlusExigeant, seuilDe } from "./seuil-regional.rule.ts";

const REGLE = "MSP_FINANCEMENT_PERENNE";
const deuxMedecins = { regle: REGLE, condition: "DEUX_MEDECINS" };

describe("Un seuil régional", () => {
  it.each<[string, Parameters<typeof estPlusExigeant>[0], boolean]>([
    ["peut demander un médecin de plus", { ...deuxMedecins, minimum: 3 }, true],
    ["peut redire le minimum national", { ...deuxMedecins, minimum: 2 }, true],
    ["ne peut pas demander moins", { ...deuxMedecins, minimum: 1 }, false],
    ["ne porte pas sur une condition sans nombre", { ...deuxMedecins, condition: "STATUT_SISA", minimum: 3 }, false],
    ["ne porte pas sur une règle inconnue", { ...deuxMedecins, regle: "AUTRE", minimum: 3 }, false],
  ])("%s", (_cas, seuil, attendu) => {
    expect(estPlusExigeant(seuil)).toBe(attendu);
  });

  it("plus lâche que le national n'est jamais appliqué", () => {
    const seuil = { ...deuxMedecins, region: "84", source: "essai" };
    expect(seuilDe([{ ...seuil, minimum: 1 }], REGLE, "DEUX_MEDECINS")).toBeNull();
    expect(seuilDe([{ ...seuil, minimum: 3 }], REGLE, "DEUX_MEDECINS")).toMatchObject({ minimum: 3 });
    expect(seuilDe([{ ...seuil, minimum: 3 }], REGLE, "UN_PARAMEDICAL")).toBeNull();
  });
});
