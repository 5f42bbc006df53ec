import type { ModaliteAccueil } from "@coordination/vocabulaire";
import { BAREME } from "./bareme.ts";
import { type MotifPese, motifDuBareme } from "./motif.ts";

/**
 * Ce que vaut la distance : tout au plus près, la moitié à la demi-portée du mode, le quart au double.
 * De plusieurs modes admis, le plus favorable compte ; sans mode dit, sur place ; à distance, elle ne coûte rien.
 */
export function motifDeDistance(distanceKm: number | null, modalites: readonly ModaliteAccueil[]): MotifPese {
  const demiPortee = demiPorteeLaPlusLarge(modalites);
  if (demiPortee === null) return motifDuBareme("PROXIMITE", { precision: "à distance, sans déplacement" });
  if (distanceKm === null) return motifDuBareme("DISTANCE_INCONNUE");
  return motifDuBareme("PROXIMITE", { precision: enKilometres(distanceKm), part: 2 ** (-distanceKm / demiPortee) });
}

function demiPorteeLaPlusLarge(modalites: readonly ModaliteAccueil[]): number | null {
  const portees = (modalites.length === 0 ? (["SUR_SITE"] as const) : modalites).map(
    (mode) => BAREME.demiPortees[mode],
  );
  return portees.reduce<number | null>(
    (large, portee) => (large === null || portee === null ? null : Math.max(large, portee)),
    0,
  );
}

const enKilometres = (distanceKm: number): string =>
  distanceKm < 1 ? "moins d'un kilomètre" : `${distanceKm.toFixed(1).replace(".", ",")} km`;
