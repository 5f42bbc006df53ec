import type { CriteresBesoin } from "../besoin/criteres.type.ts";
import { peutRecevoir } from "./cible-de-soins.rule.ts";

interface Consigne {
  readonly code: string;
  readonly libelle: string;
}

const APPELER_LE_15: Consigne = {
  code: "APPELER_LE_15",
  libelle: "Urgence vitale : appeler le 15 (ou le 112, ou le 114 par SMS). Aucune orientation ne remplace cet appel.",
};

const APPELER_LE_3114: Consigne = {
  code: "APPELER_LE_3114",
  libelle: "En cas de risque suicidaire, appeler le 3114, gratuit, jour et nuit ; en danger immédiat, le 15.",
};

const DEMANDER_UN_APPUI: Consigne = {
  code: "DEMANDER_UN_APPUI",
  libelle: "Un DAC ou une CPTS ne soigne pas et n'est pas proposé ici : leur appui se demande à part.",
};

const SOLLICITER_LA_CPTS: Consigne = {
  code: "SOLLICITER_LA_CPTS",
  libelle:
    "La CPTS du territoire aide une personne sans médecin traitant à en trouver un : lui adresser le besoin en MISE_EN_RELATION.",
};

/** Ce qu'il faut faire avant d'orienter. Source : domaine §8, T4 et T18 ; numéro national de prévention du suicide. */
export const prealablesDe = ({ urgence, nature, typesStructure, profil }: CriteresBesoin): Consigne[] => [
  ...(urgence === "VITALE" || typesStructure.includes("SAMU") ? [APPELER_LE_15] : []),
  ...(nature === "SANTE_MENTALE" ? [APPELER_LE_3114] : []),
  ...(typesStructure.some((type) => type !== "SAMU" && !peutRecevoir(type, nature)) ? [DEMANDER_UN_APPUI] : []),
  ...(urgence !== "VITALE" && typesStructure.includes("CPTS") && profil.sansMedecinTraitant === "OUI"
    ? [SOLLICITER_LA_CPTS]
    : []),
];
