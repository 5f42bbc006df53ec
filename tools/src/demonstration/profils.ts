import type { AjustementsDeProfils } from "@coordination/identite-locale";
import { PERSONNES_NOMMEES } from "./personnes-nommees.ts";
import { idDeStructure } from "./structures-nommees.ts";

/** The profiles of the local provider stand for people and structures of the demonstration. */
export const profilsDeDemonstration: AjustementsDeProfils = {
  "coordinatrice-dac": { rpps: PERSONNES_NOMMEES.coordinatriceDac.rpps, structures: [idDeStructure("DAC")] },
  "medecin-generaliste": { rpps: PERSONNES_NOMMEES.generalisteMsp.rpps, structures: [idDeStructure("MSP_ELIGIBLE")] },
  infirmiere: { rpps: PERSONNES_NOMMEES.infirmiereMsp.rpps, structures: [idDeStructure("MSP_ELIGIBLE")] },
  "coordinatrice-cpts": { structures: [idDeStructure("CPTS_VILLEURBANNE")] },
};
