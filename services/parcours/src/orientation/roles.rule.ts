import type { RoleOrientation } from "./etats.ts";

/** De qui vient une orientation, et qui en répond. */
export interface Parties {
  readonly dacId: string;
  readonly destinataireStructureId: string | null;
  readonly destinataireProfessionnelId: string | null;
}

/** Ce qui situe l'acteur : les structures au nom desquelles il agit, et lui-même s'il est un professionnel. */
interface QuiAgit {
  readonly structures: readonly string[];
  readonly rpps: string | null;
}

/** Ce que l'acteur est pour cette orientation : de l'équipe qui l'a émise, de ceux qui la reçoivent, les deux, ou rien. */
export function rolesSurLOrientation(
  { structures, rpps }: QuiAgit,
  { dacId, destinataireStructureId, destinataireProfessionnelId }: Parties,
): readonly RoleOrientation[] {
  const recoit =
    (destinataireStructureId !== null && structures.includes(destinataireStructureId)) ||
    (rpps !== null && destinataireProfessionnelId === `8${rpps}`);
  return [
    ...(structures.includes(dacId) ? (["EMETTEUR"] as const) : []),
    ...(recoit ? (["DESTINATAIRE"] as const) : []),
  ];
}
