import type { MissionDac } from "../enums.type.ts";

/**
 * Every DAC has the three missions: they come from the law, not from its own choice.
 * Source: CSP L.6327-2, as the ARS guide for elected people tells it (S076 to S078).
 */
export const MISSIONS_DU_DAC: readonly MissionDac[] = [
  "INFORMATION_ORIENTATION",
  "APPUI_ORGANISATION_PARCOURS",
  "COORDINATION_SPECIFIQUE",
];
