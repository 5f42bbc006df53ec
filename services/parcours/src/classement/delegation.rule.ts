import type { PossibiliteRecue } from "./faits.ts";
import { exclusion, type MotifPese, motifDuBareme } from "./motif.ts";

/**
 * Pourquoi un texte ne permet pas l'acte pour cette personne, ici, à cette date ; vide quand il le permet.
 * INCONNU écarte comme NON : un fait manquant sur la personne ne vaut jamais OUI.
 * @param possibilite `null` quand `delegations` ne l'a pas rendue
 */
export function exclusionsDuTexte(possibilite: PossibiliteRecue | null): MotifPese[] {
  if (possibilite === null) return [motifDuBareme("DELEGATION_NON_VERIFIEE")];
  const { verdict, intitule, conditions } = possibilite.eligibilite;
  if (verdict === "OUI") return [];
  const enCause = conditions.filter((condition) => condition.verdict === verdict);
  const code = verdict === "NON" ? "DELEGATION_NON" : "FAIT_MANQUANT";
  const titre = titreDuTexte(intitule);
  if (enCause.length === 0) return [motifDuBareme(code, { precision: titre })];
  return enCause.map(({ libelle, constat = null }) =>
    exclusion(
      code,
      `${titre} : ${verdict === "NON" ? (constat ?? `non rempli : ${libelle}`) : ceQuiManque(libelle, constat)}`,
    ),
  );
}

/**
 * Un texte éteint, ou pas encore applicable, n'ouvre aucune voie : il ne propose ni n'écarte personne. Le catalogue et
 * `quiPeutRealiser` le disent ; dans une liste de destinataires, il ne ferait que cacher la raison qui compte.
 */
export const estHorsVigueur = ({ eligibilite }: PossibiliteRecue): boolean =>
  eligibilite.conditions.some(({ code, verdict }) => code === "EN_VIGUEUR" && verdict === "NON");

/** « Vaccination par le pharmacien : la personne, l'acte… conviennent quand » annonce des conditions ; le titre est avant. */
export function titreDuTexte(intitule: string): string {
  const annonce = intitule.lastIndexOf(" : ");
  return annonce === -1 ? intitule.replace(/\s*:$/, "") : intitule.slice(0, annonce);
}

/** « âge inconnu » se lit « fait manquant : âge » ; un constat qui n'accuse pas un fait absent se lit tel quel. */
function ceQuiManque(libelle: string, constat: string | null): string {
  if (constat === null) return `fait manquant : ${libelle}`;
  const manquants = constat.split(", ").filter((partie) => SUFFIXE_INCONNU.test(partie));
  if (manquants.length === 0) return `à établir : ${constat}`;
  return `fait manquant : ${manquants.map((partie) => partie.replace(SUFFIXE_INCONNU, "")).join(", ")}`;
}

const SUFFIXE_INCONNU = / inconnue?s?$/;
