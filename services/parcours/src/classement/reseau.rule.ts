import { comparerTextes, type MotifPese, motifDuBareme } from "./motif.ts";
import type { Voie } from "./voie.ts";

/** Une CPTS ou une maison de santé, et ce que l'annuaire dit en être : des professionnels, des structures, elle-même. */
interface Groupement {
  readonly nom: string;
  readonly appartenants: ReadonlySet<string>;
}

/** Le médecin traitant de la personne, et les groupements auxquels il appartient aujourd'hui. */
export interface ReseauDuMedecin {
  readonly medecinId: string;
  readonly groupements: readonly Groupement[];
}

/**
 * Ce que vaut d'être du même groupement que le médecin traitant : une fois, quel que soit le nombre de groupements communs. Source :
 * l'énoncé du besoin (issue 5) ; aucun texte ne le fixe. Qui n'est pas dit membre ne l'est pas, et le médecin n'est pas son propre confrère.
 */
export function motifsDeReseau(
  { siens, lieu }: Pick<Voie, "siens" | "lieu">,
  reseau: ReseauDuMedecin | null,
): MotifPese[] {
  if (reseau === null || siens.includes(reseau.medecinId)) return [];
  const designations = lieu === null ? siens : [...siens, lieu];
  const communs = reseau.groupements
    .filter(({ appartenants }) => designations.some((id) => appartenants.has(id)))
    .map(({ nom }) => nom);
  return communs.length === 0
    ? []
    : [motifDuBareme("RESEAU_DU_MEDECIN_TRAITANT", { precision: communs.toSorted(comparerTextes).join(" ; ") })];
}
