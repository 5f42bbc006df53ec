/** A row of a page: the columns that the query asked (`separer` tells them apart), and the values that sort it. */
export interface LigneTrouvee {
  readonly id: string;
  readonly k_situation: string;
  readonly k_distance: number | null;
  readonly k_score: number | null;
  readonly k_perimee: boolean;
  /** How many people the name gave, when that was asked. */
  readonly k_nommes?: number;
  readonly k_nom?: string;
  readonly k_prenom?: string;
  readonly k_quand?: string;
}
