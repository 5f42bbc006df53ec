import type { Acte } from "./delegation.ts";
import { motsUtiles } from "./mots-utiles.ts";

/** Un mot du libellé vaut mieux qu'un synonyme, un mot entier mieux qu'un début de mot. */
const POIDS = { motDuLibelle: 4, debutDuLibelle: 3, motDeSynonyme: 2, debutDeSynonyme: 1 } as const;

/**
 * Cherche un acte comme on le dit : accents, casse, pluriel et ordre des mots sont indifférents.
 * Chaque mot cherché doit se retrouver dans le libellé, le code ou les synonymes ; sans mot utile, tous les actes.
 * @returns du plus proche au plus lointain, puis par libellé
 */
export function rechercherActes(actes: readonly Acte[], recherche: string): readonly Acte[] {
  const cherches = motsUtiles(recherche);
  return actes
    .map((acte) => ({ acte, score: noter(acte, cherches) }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || a.acte.libelle.localeCompare(b.acte.libelle, "fr"))
    .map(({ acte }) => acte);
}

/** `null` quand un des mots ne se retrouve nulle part. */
function noter({ code, libelle, synonymes }: Acte, cherches: readonly string[]): number | null {
  const duLibelle = motsUtiles(`${libelle} ${code}`);
  const desSynonymes = motsUtiles(synonymes.join(" "));
  let total = 0;
  for (const mot of cherches) {
    const commence = (candidat: string) => candidat.startsWith(mot);
    if (duLibelle.includes(mot)) total += POIDS.motDuLibelle;
    else if (duLibelle.some(commence)) total += POIDS.debutDuLibelle;
    else if (desSynonymes.includes(mot)) total += POIDS.motDeSynonyme;
    else if (desSynonymes.some(commence)) total += POIDS.debutDeSynonyme;
    else return null;
  }
  return total;
}
