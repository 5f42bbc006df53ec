import type { RoleDossier } from "./etats.ts";

/** Ce que l'acteur est pour ce dossier : de l'équipe du DAC à qui il est confié, ou rien. */
export const rolesSurLeDossier = (
  { structures }: { readonly structures: readonly string[] },
  { dacId }: { readonly dacId: string },
): readonly RoleDossier[] => (structures.includes(dacId) ? ["EQUIPE"] : []);
