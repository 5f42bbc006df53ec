import { CODES_MEDECINE_GENERALE } from "@coordination/referentiels";
import type { Regle, Verdict } from "@coordination/rules";

/** Ce que la règle doit savoir d'une personne : ce qu'elle exerce, code de la profession et savoir-faire s'il est connu. */
export interface DossierDuCorrespondant {
  readonly activites: readonly { readonly codeProfession: string; readonly codeSavoirFaire: string | null }[];
}

const MEDECIN = "10";

function estGeneraliste({ activites }: DossierDuCorrespondant): Verdict {
  const savoirFaire = activites
    .filter(({ codeProfession }) => codeProfession === MEDECIN)
    .map(({ codeSavoirFaire }) => codeSavoirFaire);
  if (savoirFaire.some((code) => code !== null && CODES_MEDECINE_GENERALE.includes(code))) return "OUI";
  return savoirFaire.includes(null) ? "INCONNU" : "NON";
}

export const correspondantSamu: Regle<DossierDuCorrespondant> = {
  regle: "CORRESPONDANT_SAMU",
  intitule: "Un médecin correspondant du SAMU, dont qui le déclare atteste qu'il est volontaire et formé à l'urgence :",
  source:
    "ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 : « médecins généralistes volontaires formés à l'urgence »",
  relueLe: "2026-11-23",
  conditions: [
    {
      code: "GENERALISTE",
      libelle: `est médecin généraliste (savoir-faire ${CODES_MEDECINE_GENERALE.join(", ")})`,
      evaluer: estGeneraliste,
      constat: (dossier) =>
        estGeneraliste(dossier) === "INCONNU" ? "médecin dont le savoir-faire n'est pas connu" : null,
    },
  ],
};
