import { describe, expect, it } from "vitest";
import type { PublicPrioritaire } from "../enums.type.ts";
import { type Personne, publicsDe } from "./public-prioritaire.rule.ts";

const TOUS: readonly PublicPrioritaire[] = [
  "ALD_SANS_MEDECIN_TRAITANT",
  "PERSONNE_AGEE_ISOLEE",
  "SANS_MEDECIN_TRAITANT",
  "ENFANT",
  "PERSONNE_EN_SITUATION_DE_HANDICAP",
];
const inconnue: Personne = { age: null, sansMedecinTraitant: "INCONNU", ald: "INCONNU", isole: "INCONNU" };

describe("Les publics prioritaires d'une offre", () => {
  it.each<[string, Partial<Personne>, PublicPrioritaire[]]>([
    ["ne comptent pas ce que l'on ignore", {}, []],
    [
      "comptent la personne en ALD sans médecin traitant",
      { ald: "OUI", sansMedecinTraitant: "OUI" },
      ["ALD_SANS_MEDECIN_TRAITANT", "SANS_MEDECIN_TRAITANT"],
    ],
    ["ne comptent pas l'ALD suivie par un médecin traitant", { ald: "OUI", sansMedecinTraitant: "NON" }, []],
    ["comptent la personne isolée à 65 ans", { age: 65, isole: "OUI" }, ["PERSONNE_AGEE_ISOLEE"]],
    ["ne la comptent pas à 64 ans", { age: 64, isole: "OUI" }, []],
    ["comptent l'enfant jusqu'à 17 ans", { age: 17 }, ["ENFANT"]],
    ["ne le comptent plus à 18 ans", { age: 18 }, []],
  ])("%s", (_situation, ecart, attendus) => {
    expect(publicsDe({ ...inconnue, ...ecart }, TOUS)).toEqual(attendus);
  });
});
