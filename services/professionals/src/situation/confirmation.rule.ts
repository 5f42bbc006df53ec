/** Ce qu'il faut savoir de qui déclare un lieu, et rien d'autre. */
export interface DeclarantDuLieu {
  readonly declarant: { readonly rpps: string | null; readonly structures: readonly string[] };
  readonly rppsDeLaPersonne: string;
  /** Où la personne exerce déjà, sans le lieu déclaré : au répertoire, ou qu'elle a confirmé. */
  readonly structuresOuElleExerce: readonly string[];
  /** La structure qui accueillerait ; `null` quand ce n'en est pas une. */
  readonly accueil: string | null;
}

/**
 * Un lieu que seule déclare la structure qui accueillerait attend que la personne le confirme : on n'annonce pas au public
 * que quelqu'un consulte quelque part sans son accord. La personne, une structure où elle exerce déjà et un groupement dont
 * elle est membre n'attendent pas.
 * Source : cahier des charges, « Who may write » ; aucun texte n'en fait une règle.
 */
export function attendConfirmation({
  declarant,
  rppsDeLaPersonne,
  structuresOuElleExerce,
  accueil,
}: DeclarantDuLieu): boolean {
  if (declarant.rpps === rppsDeLaPersonne) return false;
  if (structuresOuElleExerce.some((id) => declarant.structures.includes(id))) return false;
  return accueil !== null && declarant.structures.includes(accueil);
}
