import type { ConditionDelegation, Delegation } from "../catalogue/delegation.ts";
import { concerne } from "./personne.rule.ts";

/**
 * L'autre moitié : ce que le texte demande au professionnel. Elle n'est pas jugée ici mais voyage avec la possibilité,
 * et `professionals` la juge pour chacun. Rien n'y dépend de la personne.
 */
export interface ExigencesProfessionnel {
  /** Professions déléguées (codes TRE_G15). */
  readonly professions: readonly string[];
  /** Savoir-faire exigés ; chacun ne contraint que la profession à laquelle il appartient. */
  readonly savoirFaire: readonly string[];
  /** Types de structure où l'acte est admis ; vide : tout mode d'exercice. */
  readonly cadres: readonly string[];
  /** Habilitations exigées, toutes à la fois ; `EQUIPE_PROTOCOLE_…` : être d'une équipe déclarée. */
  readonly habilitations: readonly string[];
}

/** L'habilitation que porte le membre d'une équipe déclarée pour ce protocole. */
const habilitationEquipe = (codeDelegation: string): string => `EQUIPE_PROTOCOLE_${codeDelegation}`;

/** Les exigences d'une délégation pour un de ses actes ; deux conditions de cadre s'ajoutent : il faut les deux. */
export function exigencesDuProfessionnel(delegation: Delegation, acte: string): ExigencesProfessionnel {
  const conditions = delegation.conditions.filter(concerne(acte));
  return {
    professions: delegation.delegues,
    savoirFaire: delegation.savoirFaireDelegues,
    cadres: cadresAdmis(conditions),
    habilitations: habilitationsExigees(conditions, delegation.code),
  };
}

function cadresAdmis(conditions: readonly ConditionDelegation[]): readonly string[] {
  const listes = conditions.flatMap(({ epreuve }) => (epreuve.genre === "CADRE" ? [epreuve.typesStructure] : []));
  const [premiere = [], ...autres] = listes;
  return premiere.filter((type) => autres.every((liste) => liste.includes(type)));
}

function habilitationsExigees(conditions: readonly ConditionDelegation[], code: string): readonly string[] {
  const exigees = conditions.flatMap(({ epreuve }) => {
    if (epreuve.genre === "HABILITATION") return [epreuve.habilitation.code];
    return epreuve.genre === "EQUIPE_DECLAREE" ? [habilitationEquipe(code)] : [];
  });
  return [...new Set(exigees)];
}
