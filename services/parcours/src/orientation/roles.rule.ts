import { tient } from "../dossier/roles.rule.ts";
import type { RoleOrientation } from "./etats.ts";

/** De qui vient une orientation, et qui en répond. */
export interface Parties {
  /** Qui l'a émise : le DAC du dossier ; hors dossier, une structure ou un professionnel. */
  readonly dacId: string;
  readonly destinataireStructureId: string | null;
  readonly destinataireProfessionnelId: string | null;
}

/** Ce que l'acteur est pour cette orientation : de l'équipe qui l'a émise, de ceux qui la reçoivent, les deux, ou rien. */
export function rolesSurLOrientation(
  acteur: Parameters<typeof tient>[0],
  { dacId, destinataireStructureId, destinataireProfessionnelId }: Parties,
): readonly RoleOrientation[] {
  const { structures, rpps, pourLeCompteDe } = acteur;
  const numero = rpps ?? pourLeCompteDe;
  const recoit =
    (destinataireStructureId !== null && structures.includes(destinataireStructureId)) ||
    (numero !== undefined && destinataireProfessionnelId === `8${numero}`);
  return [...(tient(acteur, dacId) ? (["EMETTEUR"] as const) : []), ...(recoit ? (["DESTINATAIRE"] as const) : [])];
}
