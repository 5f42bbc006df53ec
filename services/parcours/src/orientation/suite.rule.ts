import { PASSAGES_DU_DOSSIER, type RoleDossier, type StatutParcours } from "../dossier/etats.ts";
import { passagesPermis } from "../etats/table.ts";
import type { NatureOrientation } from "./orientation.type.ts";

/** Ce qu'il faut savoir pour dire si une orientation peut avoir une suite. */
export interface FaitsDeLaSuite {
  readonly action: "REORIENTER" | "CONVERTIR";
  readonly nature: NatureOrientation;
  readonly statutBesoin: string;
  readonly statutDossier: StatutParcours;
  readonly roles: readonly RoleDossier[];
}

/**
 * Une orientation a une suite tant que son dossier permet d'orienter et que son besoin attend toujours quelqu'un : couvert ou
 * abandonné, il n'attend plus. Seul un avis d'expert se convertit.
 */
export function suitePermise({ action, nature, statutBesoin, statutDossier, roles }: FaitsDeLaSuite): boolean {
  if (action === "CONVERTIR" && nature !== "AVIS_EXPERT") return false;
  if (statutBesoin === "COUVERT" || statutBesoin === "ABANDONNE") return false;
  return passagesPermis(PASSAGES_DU_DOSSIER, statutDossier, roles).some((passage) => passage.action === "ORIENTER");
}
