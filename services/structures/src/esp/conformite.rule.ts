import { type Regle, type Verdict, verdict } from "@coordination/rules";
import { auMoins, constatDeNombre, type EffectifsDuRpps, type MembresDeclares } from "../adhesion/membres-declares.ts";

/** Ce que la règle doit savoir d'une ESP. `null` : rien n'est déclaré, ou le RPPS ne répond pas. */
export interface DossierEsp {
  readonly membres: MembresDeclares | null;
  readonly effectifs: EffectifsDuRpps | null;
  readonly projet: { readonly validationArs: Verdict } | null;
}

const GENERALISTES_MINIMUM = 1;
const PROFESSIONNELS_MINIMUM = 2;

export const conformiteEsp: Regle<DossierEsp> = {
  regle: "ESP_CONFORMITE",
  intitule: "Une équipe de soins primaires est conforme quand :",
  source: "ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 : conditions de l'équipe de soins primaires",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "UN_GENERALISTE",
      libelle: `elle compte au moins ${GENERALISTES_MINIMUM} médecin généraliste`,
      evaluer: ({ membres }) => auMoins(GENERALISTES_MINIMUM, membres?.medecinsGeneralistes),
      constat: ({ membres, effectifs }) =>
        constatDeNombre(membres?.medecinsGeneralistes, effectifs?.medecinsGeneralistes),
    },
    {
      code: "UN_AUTRE_PROFESSIONNEL",
      libelle: `elle compte un autre professionnel de santé, soit au moins ${PROFESSIONNELS_MINIMUM} en tout`,
      evaluer: ({ membres }) => auMoins(PROFESSIONNELS_MINIMUM, membres?.professionnelsDeSante),
      constat: ({ membres, effectifs }) =>
        constatDeNombre(membres?.professionnelsDeSante, effectifs?.professionnelsDeSante),
    },
    {
      code: "PROJET_DE_SANTE",
      libelle: "elle a un projet de santé",
      evaluer: ({ projet }) => verdict(projet, () => true),
      constat: ({ projet }) => (projet === null ? "aucun projet déclaré" : null),
    },
    {
      code: "PROJET_VALIDE",
      libelle: "ce projet de santé est validé par l'ARS",
      evaluer: ({ projet }) => projet?.validationArs ?? "INCONNU",
    },
  ],
};
