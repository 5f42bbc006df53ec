import type { EffetMotif, TypeStructure, Verdict } from "@coordination/vocabulaire";

/** Ce que le classement doit savoir de chaque source, et rien d'autre ; le reste de ce que l'annuaire sait n'entre pas. */

export interface MotifRecu {
  readonly code: string;
  /** La phrase de la source ; sans elle, celle du barème. */
  readonly libelle?: string;
  readonly effet: EffetMotif;
  /** De 0 à 1 : à quel point le fait est établi ou récent. */
  readonly poids: number;
}

export interface CandidatProfessionnelRecu {
  readonly situation: {
    readonly id: string;
    readonly profession?: { readonly code: string } | null;
    readonly professionnel?: { readonly id: string } | null;
    readonly structure?: { readonly id: string } | null;
  };
  /** L'identifiant de la possibilité au titre de laquelle il est proposé ; `null` : sa propre profession. */
  readonly possibilite?: string | null;
  readonly eligibilite?: { readonly verdict: Verdict } | null;
  readonly retenu: boolean;
  readonly distanceKm?: number | null;
  readonly motifs: readonly MotifRecu[];
}

export interface CandidatStructureRecu {
  readonly structure: { readonly id: string; readonly type?: TypeStructure | null };
  readonly retenu: boolean;
  readonly distanceKm?: number | null;
  readonly complementaire: boolean;
  readonly motifs: readonly MotifRecu[];
}

interface ConditionRecue {
  readonly code?: string;
  readonly libelle: string;
  readonly verdict: Verdict;
  readonly constat?: string | null;
}

/** Ce qu'un texte permet, jugé sur la personne, l'acte, le lieu et la date. */
export interface PossibiliteRecue {
  readonly id: string;
  readonly eligibilite: {
    readonly verdict: Verdict;
    readonly intitule: string;
    readonly conditions: readonly ConditionRecue[];
  };
  readonly equipes: readonly {
    readonly distanceKm: number;
    readonly equipe: { readonly id: string; readonly structure?: { readonly id: string } | null };
  }[];
}

interface Liste<Candidat> {
  readonly elements: readonly Candidat[];
  readonly tronque: boolean;
}

/** `null` : la source n'a pas répondu. */
export interface SourcesDuBesoin {
  readonly professionnels: Liste<CandidatProfessionnelRecu> | null;
  readonly structures: Liste<CandidatStructureRecu> | null;
  readonly possibilites: readonly PossibiliteRecue[] | null;
}
