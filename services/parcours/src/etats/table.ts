/**
 * Une table d'états : qui peut faire quoi, dans quel état, et ce qui en résulte. Le code, `actionsPossibles`, la documentation et
 * les tests en viennent tous.
 */
export interface Passage<Etat extends string, Action extends string, Role extends string> {
  readonly action: Action;
  /** Ce que fait l'action, en français, pour la page imprimée. */
  readonly libelle: string;
  /** Les états où elle est permise. */
  readonly de: readonly Etat[];
  /** Qui peut la faire. */
  readonly par: readonly Role[];
  /** L'état qui suit, selon l'issue choisie ; `null` : l'état ne change pas. */
  readonly vers: Readonly<Record<string, Etat>> | Etat | null;
}

/** Les passages qu'un rôle au moins permet dans cet état. */
export const passagesPermis = <Etat extends string, Action extends string, Role extends string>(
  table: readonly Passage<Etat, Action, Role>[],
  etat: Etat,
  roles: readonly Role[],
): readonly Passage<Etat, Action, Role>[] =>
  table.filter(({ de, par }) => de.includes(etat) && par.some((role) => roles.includes(role)));

/** Les états où un passage mène ; celui de départ quand il n'en change pas. */
export function etatsSuivants<Etat extends string, Action extends string, Role extends string>(
  { vers }: Passage<Etat, Action, Role>,
  etat: Etat,
): readonly Etat[] {
  if (vers === null) return [etat];
  return typeof vers === "string" ? [vers] : [...new Set(Object.values<Etat>(vers))];
}
