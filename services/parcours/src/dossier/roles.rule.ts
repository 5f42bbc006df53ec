import type { Acteur } from "@coordination/server-kit";
import type { RoleDossier } from "./etats.ts";

/** Ce que l'acteur est pour ce dossier : de l'équipe du DAC à qui il est confié, ou rien. */
export const rolesSurLeDossier = (acteur: Acteur, { dacId }: { readonly dacId: string }): readonly RoleDossier[] =>
  acteur.structures.includes(dacId) ? ["EQUIPE"] : [];
