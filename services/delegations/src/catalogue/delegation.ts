import type { GESTES, NATURES, NIVEAUX_RELECTURE, OBJETS, SEXES } from "./fiche.schema.ts";

export type Geste = (typeof GESTES)[number];
export type NatureDelegation = (typeof NATURES)[number];
type NiveauRelecture = (typeof NIVEAUX_RELECTURE)[number];
export type ObjetCondition = (typeof OBJETS)[number];
export type Sexe = (typeof SEXES)[number];

export interface Acte {
  readonly code: string;
  readonly libelle: string;
  readonly gestes: readonly Geste[];
  readonly synonymes: readonly string[];
}

/** Un critère clinique ou une habilitation : un code que les besoins et les textes partagent, et son nom français. */
export interface Libelle {
  readonly code: string;
  readonly libelle: string;
}

/** Une limite d'âge telle que le texte l'écrit ; comprise, en âge révolu. */
export interface BorneAge {
  readonly valeur: number;
  readonly unite: "ANS" | "MOIS";
}

/** Ce qui se juge sur la personne, l'acte, le lieu et la date. */
export type EpreuvePersonne =
  | { readonly genre: "AGE"; readonly min: BorneAge | null; readonly max: BorneAge | null }
  | { readonly genre: "SEXE"; readonly sexe: Sexe }
  | { readonly genre: "CRITERE"; readonly critere: Libelle; readonly attendu: boolean }
  | { readonly genre: "DEPARTEMENTS"; readonly departements: readonly string[] }
  | { readonly genre: "PERIODE"; readonly du: string | null; readonly au: string | null }
  | { readonly genre: "ACQUISE_PAR_L_ACTE" }
  | { readonly genre: "A_VERIFIER_SUR_LE_TEXTE" };

/** Ce qui se juge sur le professionnel : en partie par l'annuaire, en partie par lui-même au moment de l'acte. */
export type EpreuveProfessionnel =
  | { readonly genre: "CADRE"; readonly typesStructure: readonly string[] }
  | { readonly genre: "HABILITATION"; readonly habilitation: Libelle }
  | { readonly genre: "EQUIPE_DECLAREE" }
  | { readonly genre: "ACQUISE_PAR_LA_PROFESSION" }
  | { readonly genre: "A_VERIFIER_PAR_LE_PROFESSIONNEL" };

export interface ConditionDelegation {
  readonly code: string;
  readonly objet: ObjetCondition;
  readonly libelle: string;
  /** Les actes que la condition concerne ; vide : tous ceux de la délégation. */
  readonly actes: readonly string[];
  /** Les cas où elle s'applique ; hors d'eux elle est sans objet. */
  readonly quand: readonly EpreuvePersonne[];
  /** Le seul geste qu'elle limite : les autres restent permis quand elle manque. */
  readonly geste: Geste | null;
  readonly epreuve: EpreuvePersonne | EpreuveProfessionnel;
}

interface FondementJuridique {
  readonly texte: string;
  readonly date: string | null;
  readonly article: string | null;
  readonly url: string | null;
}

interface Relecture {
  readonly niveau: NiveauRelecture;
  readonly relueLe: string | null;
  readonly source: string;
}

/** Une version publiée d'une délégation : elle ne change plus. Les dates sont ISO. */
export interface Delegation {
  readonly code: string;
  readonly version: number;
  readonly etablieLe: string;
  readonly intitule: string;
  readonly resumeGrandPublic: string;
  readonly nature: NatureDelegation;
  readonly delegants: readonly string[];
  readonly delegues: readonly string[];
  readonly savoirFaireDelegants: readonly string[];
  readonly savoirFaireDelegues: readonly string[];
  readonly actes: readonly Acte[];
  readonly conditions: readonly ConditionDelegation[];
  readonly formation: string | null;
  readonly fondements: readonly FondementJuridique[];
  readonly enVigueurDepuis: string;
  readonly debutIncertain: string | null;
  readonly enVigueurJusquA: string | null;
  readonly remplaceePar: string | null;
  readonly relecture: Relecture;
}

/** Les listes de codes que le catalogue cite sans les posséder : dit si un code y figure. */
export interface Nomenclatures {
  connaitProfession(code: string): boolean;
  connaitSavoirFaire(code: string): boolean;
  connaitTypeStructure(code: string): boolean;
}
