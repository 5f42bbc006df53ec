/** Ce que l'annuaire tient pour vrai ou fait toujours, sans dossier à juger : des phrases, d'où elles viennent, quand on les a relues. */
export interface Principe {
  readonly principe: string;
  /** Le début de chaque phrase : « Tout centre de santé : ». */
  readonly intitule: string;
  readonly phrases: readonly string[];
  readonly source: string;
  /** Date ISO de la dernière relecture sur la source. */
  readonly relueLe: string;
}
