import { appliquer, type Verdict } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { compterEffectifs, compterMembresDeclares } from "../adhesion/membres-declares.ts";
import { conformiteEsp, type DossierEsp } from "./conformite.rule.ts";

const membre = (profession: string | null, medecinGeneraliste: boolean | null = null, nombre = 1) => ({
  groupementId: "esp",
  profession,
  medecinGeneraliste,
  nombre,
});
const generalisteEtInfirmier = compterMembresDeclares([membre("10", true), membre("60")]);
const toutJusteConforme: DossierEsp = {
  membres: generalisteEtInfirmier,
  effectifs: null,
  projet: { validationArs: "OUI" },
};

describe("La conformité d'une ESP", () => {
  it.each<[string, Partial<DossierEsp>, Verdict]>([
    ["est acquise à un généraliste, un infirmier et un projet validé", {}, "OUI"],
    ["manque à deux infirmiers", { membres: compterMembresDeclares([membre("60", null, 2)]) }, "NON"],
    ["manque à un généraliste seul", { membres: compterMembresDeclares([membre("10", true)]) }, "NON"],
    [
      "manque quand l'autre membre est un travailleur social",
      { membres: compterMembresDeclares([membre("10", true), membre("41")]) },
      "NON",
    ],
    [
      "n'est pas connue quand la spécialité du médecin n'est pas déclarée",
      { membres: compterMembresDeclares([membre("10"), membre("60")]) },
      "INCONNU",
    ],
    ["n'est pas connue quand personne n'est déclaré", { membres: compterMembresDeclares([]) }, "INCONNU"],
    ["n'est pas connue sans projet déclaré", { projet: null }, "INCONNU"],
    ["manque quand l'ARS n'a pas validé le projet", { projet: { validationArs: "NON" } }, "NON"],
  ])("%s", (_situation, ecart, attendu) => {
    expect(appliquer(conformiteEsp, { ...toutJusteConforme, ...ecart }).verdict).toBe(attendu);
  });

  it("cite les généralistes que le RPPS place dans la structure quand personne n'est déclaré", () => {
    const effectifs = compterEffectifs([
      { profession: "10", nombre: 3, medecinsGeneralistes: 2 },
      { profession: "60", nombre: 4, medecinsGeneralistes: 0 },
    ]);
    const { conditions } = appliquer(conformiteEsp, { ...toutJusteConforme, membres: null, effectifs });
    expect(conditions[0]?.constat).toContain("le RPPS en compte 2");
    expect(conditions[1]?.constat).toContain("le RPPS en compte 7");
  });
});
