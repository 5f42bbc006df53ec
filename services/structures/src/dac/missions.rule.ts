import type { Principe } from "@coordination/rules";
import type { MissionDac } from "../enums.type.ts";

/** What each mission is, in the words of the source. */
const MISSIONS: Readonly<Record<MissionDac, string>> = {
  INFORMATION_ORIENTATION:
    "informe et oriente vers les ressources médicales, soignantes, sociales, médico-sociales et administratives",
  APPUI_ORGANISATION_PARCOURS: "appuie l'organisation des parcours",
  COORDINATION_SPECIFIQUE: "coordonne des situations complexes, par l'organisation d'un plan personnalisé de santé",
};

/** Every DAC has the three missions: they come from the law, not from its own choice. */
export const MISSIONS_DU_DAC = Object.keys(MISSIONS) as readonly MissionDac[];

export const missionsDuDac: Principe = {
  principe: "DAC_MISSIONS",
  intitule: "Tout dispositif d'appui à la coordination, sans avoir à le déclarer :",
  phrases: Object.entries(MISSIONS).map(([code, phrase]) => `${phrase} (\`${code}\`)`),
  source:
    "ARS, guide pour les élus : « une information et orientation sur les ressources médicales, soignantes, sociales, médico-sociales et administratives », « un appui à l’organisation des parcours », « l’organisation d’un plan personnalisé de santé »",
  relueLe: "2026-11-23",
};
