import { appliquer, type Regle, verdict } from "@coordination/rules";
import type { Motif, NatureBesoin, Urgence } from "@coordination/vocabulaire";

/** Ce qu'il faut savoir d'un besoin pour dire si le SAS est proposé. */
export interface BesoinSansReponse {
  readonly nature: NatureBesoin;
  readonly urgence: Urgence;
  /** Combien, des structures demandées, peuvent être retenues ; zéro aussi quand aucune n'est demandée. */
  readonly retenues: number;
}

export const dernierRecours: Regle<BesoinSansReponse> = {
  regle: "SAS_DERNIER_RECOURS",
  intitule: "Le service d'accès aux soins (SAS) du département est proposé, après toute autre offre, quand :",
  source:
    "ARS, guide pour les élus : le SAS, « lorsqu’aucune autre solution de proximité n’a pu être trouvée », en journée ; le délai de 72 heures est notre lecture des soins non programmés",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "SOIN",
      libelle: "le besoin est un soin",
      evaluer: ({ nature }) => verdict(nature === "SOINS"),
    },
    {
      code: "PAS_VITALE",
      libelle: "l'urgence n'est pas vitale : elle appelle le 15",
      evaluer: ({ urgence }) => verdict(urgence !== "VITALE"),
    },
    {
      code: "SOUS_72_HEURES",
      libelle: "le besoin ne peut pas attendre plus de 72 heures",
      evaluer: ({ urgence }) => verdict(urgence === "VITALE" || urgence === "SOUS_24_H" || urgence === "SOUS_72_H"),
    },
    {
      code: "AUCUNE_AUTRE_OFFRE",
      libelle:
        "aucune structure demandée ne peut être retenue dans le rayon ; le classement l'écarte encore si quelqu'un d'autre répond à temps",
      evaluer: ({ retenues }) => verdict(retenues === 0),
    },
  ],
};

/** True when the SAS is to be proposed. */
export const proposeLeSas = (besoin: BesoinSansReponse): boolean => appliquer(dernierRecours, besoin).verdict === "OUI";

/** Why the SAS is there: it answers by telephone and after every other offer. */
export const MOTIF_DU_SAS: Motif = {
  code: "DERNIER_RECOURS",
  libelle: "Aucune solution de proximité à temps : le SAS, en journée, cherche une solution par téléphone",
  effet: "DEFAVORABLE",
  poids: 1,
};
