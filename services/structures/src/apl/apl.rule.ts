import { appliquer, type Principe, type Regle, verdict } from "@coordination/rules";
import type { Apl } from "./apl.type.ts";

/** Ce qui est publié de l'accès à un médecin généraliste dans une commune. */
export interface AccesAuxGeneralistes {
  readonly valeur: number;
  /** `null` : non publiée. */
  readonly valeurSansPlusDe65Ans: number | null;
}

/** Consultations par habitant et par an en dessous desquelles une commune est sous-dense. */
const SEUIL_SOUS_DENSITE = 2.5;

const SEUIL_ECRIT = SEUIL_SOUS_DENSITE.toLocaleString("fr-FR");
const SOURCE =
  "ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 : « à moins de 2,5 consultations par habitant et par an » ; faible accessibilité « actuelle ou prévisible »";
const RELUE_LE = "2026-11-22";

export const communeSousDense: Regle<AccesAuxGeneralistes> = {
  regle: "COMMUNE_SOUS_DENSE",
  intitule: "Une commune est sous-dense en médecins généralistes quand :",
  source: SOURCE,
  relueLe: RELUE_LE,
  conditions: [
    {
      code: "APL_SOUS_LE_SEUIL",
      libelle: `on y accède à strictement moins de ${SEUIL_ECRIT} consultations par habitant et par an`,
      evaluer: ({ valeur }) => verdict(valeur < SEUIL_SOUS_DENSITE),
    },
  ],
};

export const communeBientotSousDense: Regle<AccesAuxGeneralistes> = {
  regle: "COMMUNE_SOUS_DENSE_PREVISIBLE",
  intitule: "On prévoit qu'une commune sera sous-dense en médecins généralistes quand :",
  source: SOURCE,
  relueLe: RELUE_LE,
  conditions: [
    {
      code: "APL_SANS_PLUS_DE_65_ANS_SOUS_LE_SEUIL",
      libelle: `sans les médecins de plus de 65 ans, on y accéderait à strictement moins de ${SEUIL_ECRIT} consultations par habitant et par an`,
      evaluer: ({ valeurSansPlusDe65Ans }) => verdict(valeurSansPlusDe65Ans, (valeur) => valeur < SEUIL_SOUS_DENSITE),
    },
  ],
};

/** What is published, with what it means. */
export function lireApl(publiee: AccesAuxGeneralistes & Pick<Apl, "millesime" | "source">): Apl {
  return {
    ...publiee,
    sousDense: appliquer(communeSousDense, publiee).verdict === "OUI",
    sousDensePrevisible: appliquer(communeBientotSousDense, publiee).verdict,
  };
}

export const lectureDeLApl: Principe = {
  principe: "APL",
  intitule: "L'accessibilité potentielle localisée (APL) aux médecins généralistes :",
  phrases: [
    "est celle que la DREES publie, avec son millésime ; l'annuaire ne la recalcule jamais",
    "d'un département ou d'un territoire, est la moyenne de ses communes pondérée par leur population standardisée",
    "n'est pas dite quand elle n'est pas publiée ; sans les médecins de plus de 65 ans, elle ne l'est que si elle l'est de toutes les communes",
  ],
  source:
    "DREES, classeur « Indicateur d'accessibilité potentielle localisée aux médecins généralistes » : une ligne par commune, et sa population standardisée",
  relueLe: "2026-11-23",
};
