import { HORS_DOSSIER, type RoleDossier } from "./etats.ts";

/** Ce qui situe l'acteur : les structures au nom desquelles il agit, et le professionnel qu'il est, ou pour qui il saisit. */
interface QuiAgit {
  readonly structures: readonly string[];
  readonly rpps: string | null;
  readonly pourLeCompteDe?: string;
}

/** Vrai quand l'acteur agit pour ce porteur : une de ses structures, ou le professionnel qu'il est. */
export const tient = ({ structures, rpps, pourLeCompteDe }: QuiAgit, porteurId: string): boolean => {
  const numero = rpps ?? pourLeCompteDe;
  return structures.includes(porteurId) || (numero !== undefined && porteurId === `8${numero}`);
};

/** Ce que l'acteur est pour ce dossier : de l'équipe du DAC à qui il est confié, porteur de ce qui est hors dossier, ou rien. */
export const rolesSurLeDossier = (
  acteur: QuiAgit,
  { dacId, statut }: { readonly dacId: string; readonly statut: string },
): readonly RoleDossier[] => (tient(acteur, dacId) ? [statut === HORS_DOSSIER ? "PORTEUR" : "EQUIPE"] : []);
