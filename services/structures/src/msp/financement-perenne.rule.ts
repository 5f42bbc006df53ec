import { type Regle, type Verdict, verdict } from "@coordination/rules";
import { auMoins, constatDeNombre, type EffectifsDuRpps, type MembresDeclares } from "../adhesion/membres-declares.ts";
import type { StatutJuridique } from "../enums.type.ts";

/** Ce que la règle doit savoir d'une MSP, et rien d'autre. `null` : non renseigné. */
export interface DossierMsp {
  readonly statutJuridique: StatutJuridique | null;
  readonly associes: MembresDeclares | null;
  readonly effectifs: EffectifsDuRpps | null;
  readonly coherencePrs: Verdict;
}

const MEDECINS_MINIMUM = 2;
const PARAMEDICAUX_MINIMUM = 1;

export const financementPerenne: Regle<DossierMsp> = {
  regle: "MSP_FINANCEMENT_PERENNE",
  intitule: "Une maison de santé reçoit les financements pérennes de l'Assurance maladie quand :",
  source:
    "ARS, « Accès aux soins » : deux conditions cumulatives (SISA de deux médecins et un paramédical, projet de santé cohérent)",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "STATUT_SISA",
      libelle: "elle est constituée en SISA",
      evaluer: ({ statutJuridique }) => verdict(statutJuridique, (statut) => statut === "SISA"),
      constat: ({ statutJuridique }) =>
        statutJuridique === null ? "forme juridique non déclarée" : `forme déclarée : ${statutJuridique}`,
    },
    {
      code: "DEUX_MEDECINS",
      libelle: `elle regroupe au moins ${MEDECINS_MINIMUM} médecins associés`,
      evaluer: ({ associes }) => auMoins(MEDECINS_MINIMUM, associes?.medecins),
      constat: ({ associes, effectifs }) => constatDeNombre(associes?.medecins, effectifs?.medecins),
    },
    {
      code: "UN_PARAMEDICAL",
      libelle: `elle regroupe au moins ${PARAMEDICAUX_MINIMUM} auxiliaire médical associé (ni pharmacien, ni sage-femme, ni chirurgien-dentiste)`,
      evaluer: ({ associes }) => auMoins(PARAMEDICAUX_MINIMUM, associes?.paramedicaux),
      constat: ({ associes, effectifs }) => constatDeNombre(associes?.paramedicaux, effectifs?.paramedicaux),
    },
    {
      code: "PROJET_COHERENT",
      libelle: "son projet de santé est cohérent avec le projet régional de santé",
      evaluer: ({ coherencePrs }) => coherencePrs,
    },
  ],
};
