import { type Regle, verdict } from "@coordination/rules";

/** Ce que la règle doit savoir de qui prescrit et de qui envoie. */
export interface PrescriptionDEnvoi {
  /** L'identifiant national du prescripteur, tel que l'annuaire le connaît. */
  readonly prescripteurId: string;
  /** Le professionnel qui envoie, ou pour qui l'on envoie ; `null` quand il n'a pas de numéro RPPS. */
  readonly emetteurId: string | null;
  /** Vrai quand l'envoi part d'un DAC : d'un dossier d'appui, ou d'un besoin qu'un DAC porte hors dossier. */
  readonly envoyeParUnDac: boolean;
}

const RPPS_NATIONAL = /^8\d{11}$/;

export const prescripteurDistinct: Regle<PrescriptionDEnvoi> = {
  regle: "PRESCRIPTEUR_DE_L_ENVOI",
  intitule: "Le prescripteur d'un acte est :",
  source:
    "ARS, guide pour les élus : « les DAC ne sont ni prescripteurs, ni effecteurs de soins » ; tout acte prescrit a un prescripteur distinct",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "NUMERO_RPPS",
      libelle: "un professionnel qui a un numéro RPPS",
      evaluer: ({ prescripteurId }) => verdict(RPPS_NATIONAL.test(prescripteurId)),
    },
    {
      code: "PAS_LE_DAC",
      libelle: "distinct de la personne qui envoie pour un DAC",
      evaluer: ({ prescripteurId, emetteurId, envoyeParUnDac }) =>
        verdict(!envoyeParUnDac || prescripteurId !== emetteurId),
    },
  ],
};
