import type { ModaliteAccueil, TypeStructure } from "@coordination/vocabulaire";

/**
 * How a structure receives: what was declared. A médicobus goes to the people by nature, whatever is declared beside.
 * Source : ministère, point d'étape 2023 : « ce moyen d'aller vers » (S022).
 */
export function modalitesConnues({
  type,
  declarees,
}: {
  readonly type: TypeStructure;
  readonly declarees: readonly ModaliteAccueil[] | null;
}): ModaliteAccueil[] {
  const connues = declarees ?? [];
  return type === "MEDICOBUS" && !connues.includes("ALLER_VERS") ? [...connues, "ALLER_VERS"] : [...connues];
}
