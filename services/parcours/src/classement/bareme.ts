import type { EffetMotif, ModaliteAccueil } from "@coordination/vocabulaire";

/** Un terme du score : la phrase qui le dit, ce qu'il fait au rang, et ce qu'il pèse. */
export interface Terme {
  readonly libelle: string;
  readonly effet: EffetMotif;
  /** Points. Pour PROXIMITE, le maximum, à distance nulle. */
  readonly poids: number;
}

/** Une table de poids ; elle ne change pas : une autre pondération est une autre version. */
export interface Bareme {
  readonly id: string;
  /** Comment les propositions se rangent, pour la relecture ; `docs/parcours.md` l'imprime. */
  readonly ordre: readonly string[];
  /** Combien de réponses à chaque demande du besoin passent avant le seul score. */
  readonly tours: number;
  /** La distance, en kilomètres, à laquelle PROXIMITE ne vaut plus que la moitié ; `null` : la distance ne compte pas. */
  readonly demiPortees: Readonly<Record<ModaliteAccueil, number | null>>;
  /** Les termes que le classement pose lui-même. */
  readonly termes: Readonly<Record<CodeTerme, Terme>>;
  /** Ce que valent ici les motifs que posent `professionals` et `structures`. */
  readonly annuaire: Readonly<Record<string, Terme>>;
  /** Les motifs de l'annuaire que le classement mesure lui-même, et ne compte donc pas deux fois. */
  readonly recalcules: readonly string[];
}

const favorable = (poids: number, libelle: string): Terme => ({ libelle, effet: "FAVORABLE", poids });
const defavorable = (poids: number, libelle: string): Terme => ({ libelle, effet: "DEFAVORABLE", poids });
const excluant = (libelle: string): Terme => ({ libelle, effet: "EXCLUANT", poids: 0 });

/** À quoi le destinataire répond : une personne de la profession demandée d'abord, puis une équipe, puis une délégation seule. */
const CORRESPONDANCE = {
  PROFESSION_DEMANDEE: favorable(40, "exerce la profession demandée"),
  STRUCTURE_DEMANDEE: favorable(35, "est une structure demandée"),
  EQUIPE_DECLAREE: favorable(30, "équipe déclarée pour réaliser l'acte demandé"),
  DELEGATION: favorable(25, "peut réaliser l'acte demandé au titre d'une délégation"),
  AUTRE_DEMANDE_COUVERTE: favorable(5, "répond aussi à une autre demande du besoin"),
  AUTRE_FONDEMENT: favorable(0, "peut aussi intervenir à un autre titre"),
  AUTRE_VOIE_ECARTEE: defavorable(0, "ne peut pas intervenir à un autre titre"),
};

const DISTANCE = {
  PROXIMITE: favorable(30, "proximité"),
  DISTANCE_INCONNUE: defavorable(0, "distance inconnue"),
};

const RESERVE = {
  A_CONFIRMER: defavorable(-15, "à confirmer : une condition du texte n'est pas connue pour ce professionnel"),
  OFFRE_COMPLEMENTAIRE: defavorable(-20, "complète l'offre fixe, et vient après elle"),
  MEILLEURES_REPONSES: favorable(0, "parmi les meilleures réponses à une demande du besoin"),
};

/** Ce qui écarte, constaté ici. */
const EXCLUSION = {
  CONDITION_NON_REMPLIE: excluant("une condition du texte n'est pas remplie"),
  FAIT_MANQUANT: excluant("un fait nécessaire manque"),
  DELEGATION_NON_VERIFIEE: excluant("la délégation n'a pas pu être vérifiée"),
  CONDITION_DU_PROFESSIONNEL: excluant("ne remplit pas ce que le texte exige du professionnel"),
  ECARTE_PAR_L_ANNUAIRE: excluant("écarté par l'annuaire"),
};

/** Disponibilité et publics, tels que l'annuaire les constate. */
const ANNUAIRE: Readonly<Record<string, Terme>> = {};

const TERMES = { ...CORRESPONDANCE, ...DISTANCE, ...RESERVE, ...EXCLUSION };

export type CodeTerme = keyof typeof TERMES;

export const BAREME: Bareme = {
  id: "2026-11-22.1",
  ordre: [
    "Les propositions écartées suivent les retenues, et ne sont rendues que si elles sont demandées.",
    "Une offre complémentaire (médicobus) vient après toute l'offre fixe : elle ne s'y substitue pas.",
    "Un besoin pose plusieurs demandes : chaque profession, chaque type de structure, chaque profession déléguée pour l'acte, une équipe de protocole. " +
      "À tour de rôle, la meilleure réponse à chaque demande, puis la deuxième, puis la troisième : aucune demande n'est masquée par une autre mieux pourvue.",
    "Dans un tour, et après le dernier tour, le score décroissant.",
    "À égalité de score, une empreinte du besoin et du candidat : le même besoin donne toujours la même liste, et nul n'est toujours premier.",
  ],
  tours: 3,
  demiPortees: {
    SUR_SITE: 10,
    DOMICILE: 5,
    ALLER_VERS: 20,
    TELECONSULTATION: null,
    TELEEXPERTISE: null,
    TELESOIN: null,
  },
  termes: TERMES,
  annuaire: ANNUAIRE,
  recalcules: ["A_CONFIRMER"],
};
