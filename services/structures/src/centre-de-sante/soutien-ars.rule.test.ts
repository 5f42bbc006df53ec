import { appliquer } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { avertissementsDuCentre, soutienArs } from "./soutien-ars.rule.ts";

describe("Le soutien de l'ARS à un centre de santé", () => {
  it.each<[string, number | null, string]>([
    ["est habituel à deux professionnels", 2, "OUI"],
    ["ne l'est pas pour un seul", 1, "NON"],
    ["n'est pas connu quand le RPPS n'y place personne", null, "INCONNU"],
  ])("%s", (_cas, professionnels, attendu) => {
    expect(appliquer(soutienArs, { professionnels }).verdict).toBe(attendu);
  });

  it("n'avertit que du professionnel seul, et dit d'où vient l'avertissement", () => {
    expect(avertissementsDuCentre({ professionnels: 1 })).toEqual([
      {
        code: "SOUTIEN_ARS_IMPROBABLE",
        libelle: "Soutien de l'ARS improbable : le RPPS en compte 1 en activité dans le centre.",
        source: soutienArs.source,
      },
    ]);
    expect(avertissementsDuCentre({ professionnels: 2 })).toEqual([]);
    expect(avertissementsDuCentre({ professionnels: null })).toEqual([]);
  });
});
