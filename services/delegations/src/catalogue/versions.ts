import type { Delegation } from "./delegation.ts";

/** Vrai quand le texte s'applique ce jour-là, bornes comprises. */
const estEnVigueur = ({ enVigueurDepuis, enVigueurJusquA }: Delegation, le: string): boolean =>
  enVigueurDepuis <= le && (enVigueurJusquA === null || le <= enVigueurJusquA);

/** Le catalogue à une date : une version au plus par code. */
export const delegationsEnVigueur = (delegations: readonly Delegation[], le: string): readonly Delegation[] =>
  delegations.filter((delegation) => estEnVigueur(delegation, le));

/**
 * Pour chaque code qui couvre l'acte, la version à juger à cette date : celle en vigueur, sinon la dernière commencée,
 * sinon la première à venir ; l'éteinte et la future sont ainsi rendues avec leur NON, et non passées sous silence.
 */
export function delegationsPourActe(
  delegations: readonly Delegation[],
  acte: string,
  le: string,
): readonly Delegation[] {
  const retenues = new Map<string, Delegation>();
  for (const delegation of delegations) {
    if (!delegation.actes.some(({ code }) => code === acte)) continue;
    const retenue = retenues.get(delegation.code);
    if (retenue === undefined || delegation.enVigueurDepuis <= le) retenues.set(delegation.code, delegation);
  }
  return [...retenues.values()];
}
