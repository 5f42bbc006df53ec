import type { RoleOrientation } from "./etats.ts";

/** De qui vient une orientation, et qui en répond. */
export interface Parties {
  readonly dacId: string;
  readonly destinataireStructureId: string | null;
  readonly destinataireProfessionnelId: string | null;
}

/** Ce qui situe l'acteur : les structures au nom desquelles il agit, et le professionnel qu'il est, ou pour qui il saisit. */
interface QuiAgit {
  readonly structures: readonly string[];
  readonly rpps: string | null;
  readonly pourLeCompteDe?: string;
}

/** Ce que l'acteur est pour cette orientation : de l'équipe qui l'a émise, de ceux qui la reçoivent, les deux, ou rien. */
export function rolesSurLOrientation(
  { structures, rpps, pourLeCompteDe }: QuiAgit,
  { dacId, destinataireStructureId, destinataireProfessionnelId }: Parties,
): readonly RoleOrientation[] {
  const numero = rpps ?? pourLeCompteDe;
  const recoit =
    (destinataireStructureId !== null && structures.includes(destinataireStructureId)) ||
    (numero !== undefined && destinataireProfessionnelId === `8${numero}`);
  return [
    ...(structures.includes(dacId) ? (["EMETTEUR"] as const) : []),
    ...(recoit ? (["DESTINATAIRE"] as const) : []),
  ];
}
