import type { Delegation } from "./delegation.ts";

/** Vrai quand le texte s'applique ce jour-là, bornes comprises. */
const estEnVigueur = ({ enVigueurDepuis, enVigueurJusquA }: Delegation, le: string): boolean =>
  enVigueurDepuis <= le && (enVigueurJusquA === null || le <= enVigueurJusquA);

/** Le catalogue à une date : une version au plus par code. */
export const delegationsEnVigueur = (delegations: readonly Delegation[], le: string): readonly Delegation[] =>
  delegations.filter((delegation) => estEnVigueur(delegation, le));

/**
 * Parmi les versions d'un même texte, celle à lire ce jour-là : en vigueur, sinon la dernière commencée, sinon la première
 * à venir. `null` sans version.
 */
export const versionAuJour = (versions: readonly Delegation[], le: string): Delegation | null =>
  versions.findLast(({ enVigueurDepuis }) => enVigueurDepuis <= le) ?? versions[0] ?? null;

/**
 * Pour chaque code qui couvre l'acte, la version à juger à cette date ; l'éteinte et la future sont rendues avec leur NON,
 * et non passées sous silence.
 */
export function delegationsPourActe(
  delegations: readonly Delegation[],
  acte: string,
  le: string,
): readonly Delegation[] {
  const couvrantes = delegations.filter(({ actes }) => actes.some(({ code }) => code === acte));
  return [...Map.groupBy(couvrantes, ({ code }) => code).values()].flatMap(
    (versions) => versionAuJour(versions, le) ?? [],
  );
}

/** Ce qu'une version remplace : la précédente du même texte, sinon le texte qui dit être remplacé par lui ; ou `null`. */
export function delegationRemplacee(
  delegations: readonly Delegation[],
  { code, version }: Delegation,
): Delegation | null {
  const precedente = delegations.findLast((autre) => autre.code === code && autre.version < version);
  return precedente ?? delegations.findLast(({ remplaceePar }) => remplaceePar === code) ?? null;
}
