import { NatureBesoin } from "@coordination/vocabulaire";
import { describe, expect, it } from "vitest";
import { type Candidature, exigeUneCibleDeSoins, motifsDe } from "./motifs.rule.ts";

const centreDemande: Candidature = {
  nature: "SOINS",
  personne: { age: 72, sansMedecinTraitant: "OUI", ald: "OUI", isole: "NON" },
  structure: { type: "CENTRE_DE_SANTE", precisionPosition: "ADRESSE" },
  parCategorie: false,
  passage: null,
  soinsNonProgrammes: null,
};
const codes = (ecart: Partial<Candidature>) => motifsDe({ ...centreDemande, ...ecart }).map(({ code }) => code);

describe("Les motifs d'une structure candidate", () => {
  it.each<[string, Partial<Candidature>, string[]]>([
    ["disent que le type est celui demandé", {}, ["TYPE_DEMANDE"]],
    ["disent que la catégorie est celle demandée", { parCategorie: true }, ["CATEGORIE_DEMANDEE"]],
    [
      "avouent une distance comptée depuis la commune",
      { structure: { type: "MSP", precisionPosition: "COMMUNE" } },
      ["TYPE_DEMANDE", "POSITION_APPROCHEE"],
    ],
    [
      "écartent un DAC d'un besoin de soins",
      { structure: { type: "DAC", precisionPosition: "ADRESSE" } },
      ["CIBLE_NON_SOIGNANTE"],
    ],
    [
      "gardent un DAC pour un besoin social",
      { nature: "SOCIAL", structure: { type: "DAC", precisionPosition: "ADRESSE" } },
      ["TYPE_DEMANDE"],
    ],
    [
      "annoncent le passage d'un médicobus et sa priorité",
      {
        structure: { type: "MEDICOBUS", precisionPosition: null },
        passage: { jour: "2026-11-25", commune: "Belley", publicsPrioritaires: ["ALD_SANS_MEDECIN_TRAITANT"] },
      },
      ["TYPE_DEMANDE", "PASSAGE_PREVU", "PUBLIC_PRIORITAIRE"],
    ],
    [
      "annoncent la régulation qui précède la venue, et sa priorité",
      {
        structure: { type: "CENTRE_SOINS_NON_PROGRAMMES", precisionPosition: "ADRESSE" },
        personne: { age: 6, sansMedecinTraitant: "INCONNU", ald: "INCONNU", isole: "INCONNU" },
        soinsNonProgrammes: { regulationPrealable: "CENTRE_15", publics: ["ENFANT"] },
      },
      ["TYPE_DEMANDE", "PUBLIC_PRIORITAIRE", "REGULATION_PREALABLE"],
    ],
    [
      "ne disent rien d'une venue libre",
      { soinsNonProgrammes: { regulationPrealable: "AUCUNE", publics: ["ENFANT"] } },
      ["TYPE_DEMANDE"],
    ],
    [
      "ne prêtent pas de priorité à qui n'est pas du public",
      {
        structure: { type: "MEDICOBUS", precisionPosition: null },
        passage: { jour: "2026-11-25", commune: "Belley", publicsPrioritaires: ["ENFANT"] },
      },
      ["TYPE_DEMANDE", "PASSAGE_PREVU"],
    ],
  ])("%s", (_situation, ecart, attendus) => {
    expect(codes(ecart)).toEqual(attendus);
  });

  it("restent des faits locaux : leur poids va de 0 à 1", () => {
    for (const { poids } of motifsDe({ ...centreDemande, structure: { type: "MSP", precisionPosition: null } })) {
      expect(poids).toBeGreaterThanOrEqual(0);
      expect(poids).toBeLessThanOrEqual(1);
    }
  });
});

describe("Une cible de soins", () => {
  it("est exigée pour les soins, l'expertise, la santé mentale et la prévention", () => {
    expect(Object.values(NatureBesoin).filter(exigeUneCibleDeSoins)).toEqual([
      "SOINS",
      "EXPERTISE",
      "SANTE_MENTALE",
      "PREVENTION",
    ]);
  });
});
