import { TypeStructure } from "@coordination/vocabulaire";
import { describe, expect, it } from "vitest";
import { completude, type FaitsRenseignes } from "./completude.rule.ts";

const tout: FaitsRenseignes = {
  adresse: true,
  commune: true,
  positionPrecise: true,
  contact: true,
  identifiantJuridique: true,
  statutJuridique: true,
  horaires: true,
  modalites: true,
  projetDeSante: true,
  labellisation: true,
  membres: true,
  phase: true,
  missions: true,
  territoire: true,
  colleges: true,
  gestionnaire: true,
  profilActivite: true,
  soinsNonProgrammes: true,
  passages: true,
  publicsPrioritaires: true,
  zoneIntervention: true,
};
const rien = Object.fromEntries(Object.keys(tout).map((fait) => [fait, false])) as unknown as FaitsRenseignes;

describe("La complétude d'une fiche", () => {
  it.each(Object.values(TypeStructure))("%s : 1 quand tout est dit, 0 quand rien ne l'est", (type) => {
    expect(completude(type, tout)).toEqual({ score: 1, manquants: [] });
    const vide = completude(type, rien);
    expect(vide.score).toBe(0);
    expect(vide.manquants).toEqual(expect.arrayContaining(["commune", "moyen de la joindre"]));
  });

  it.each<[string, TypeStructure, Partial<FaitsRenseignes>, string[]]>([
    ["une MSP sans projet de santé", "MSP", { projetDeSante: false }, ["projet de santé"]],
    ["une pharmacie n'en a pas besoin", "PHARMACIE", { projetDeSante: false, membres: false }, []],
    ["une CPTS sans territoire déclaré", "CPTS", { territoire: false }, ["territoire"]],
    ["une CPTS ne reçoit pas : pas d'horaires attendus", "CPTS", { horaires: false, modalites: false }, []],
    ["un DAC sans collèges déclarés", "DAC", { colleges: false }, ["collèges de la gouvernance"]],
    [
      "un centre de santé placé à sa commune",
      "CENTRE_DE_SANTE",
      { positionPrecise: false },
      ["position à l'adresse ou à la rue"],
    ],
    ["un médicobus sans passage à venir", "MEDICOBUS", { passages: false, horaires: false }, ["passages à venir"]],
    ["un SSIAD sans communes desservies", "SERVICE_A_DOMICILE", { zoneIntervention: false }, ["communes desservies"]],
  ])("%s", (_situation, type, ecart, attendus) => {
    const { score, manquants } = completude(type, { ...tout, ...ecart });
    expect(manquants).toEqual(attendus);
    expect(score === 1).toBe(attendus.length === 0);
  });
});
