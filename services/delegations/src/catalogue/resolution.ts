import type { Acte, ConditionDelegation, Delegation, Libelle } from "./delegation.ts";
import { epreuvesDeLaFiche, epreuvesPersonne } from "./epreuve.ts";
import type { FicheCondition, FicheDelegation } from "./fiche.schema.ts";

/** Ce que les fiches citent et qui s'écrit à côté d'elles. */
export interface Dictionnaires {
  readonly actes: ReadonlyMap<string, Acte>;
  readonly criteres: ReadonlyMap<string, Libelle>;
  readonly habilitations: ReadonlyMap<string, Libelle>;
}

/**
 * Donne à une fiche cohérente sa forme de travail : codes remplacés par ce qu'ils nomment, absences par `null`.
 * La cohérence se vérifie avant (`verifierFiche`).
 */
export function resoudreDelegation(fiche: FicheDelegation, dictionnaires: Dictionnaires): Delegation {
  return {
    code: fiche.code,
    version: fiche.version,
    etablieLe: fiche.etablieLe,
    intitule: fiche.intitule,
    resumeGrandPublic: fiche.resumeGrandPublic,
    nature: fiche.nature,
    delegants: fiche.delegants,
    delegues: fiche.delegues,
    savoirFaireDelegants: fiche.savoirFaireDelegants,
    savoirFaireDelegues: fiche.savoirFaireDelegues,
    actes: fiche.actes.flatMap((code) => dictionnaires.actes.get(code) ?? []),
    conditions: fiche.conditions.flatMap((condition) => resoudreCondition(condition, dictionnaires)),
    formation: fiche.formation ?? null,
    fondements: fiche.fondements.map(({ texte, date, article, url }) => ({
      texte,
      date: date ?? null,
      article: article ?? null,
      url: url ?? null,
    })),
    enVigueurDepuis: fiche.enVigueurDepuis,
    debutIncertain: fiche.debutIncertain ?? null,
    enVigueurJusquA: fiche.enVigueurJusquA ?? null,
    remplaceePar: fiche.remplaceePar ?? null,
    relecture: { ...fiche.relecture, relueLe: fiche.relecture.relueLe ?? null },
  };
}

function resoudreCondition(
  fiche: FicheCondition,
  { criteres, habilitations }: Dictionnaires,
): readonly ConditionDelegation[] {
  return epreuvesDeLaFiche(fiche, criteres, habilitations).map((epreuve) => ({
    code: fiche.code,
    objet: fiche.objet,
    libelle: fiche.libelle,
    actes: fiche.actes ?? [],
    quand: fiche.quand === undefined ? [] : epreuvesPersonne(fiche.quand, criteres),
    geste: fiche.geste ?? null,
    epreuve,
  }));
}
