import type { EffetMotif, ModaliteAccueil } from "@coordination/vocabulaire";

/** Un terme du score : la phrase qui le dit, ce qu'il fait au rang, et ce qu'il pèse. */
export interface Terme {
  readonly libelle: string;
  readonly effet: EffetMotif;
  /** Points. Pour PROXIMITE et REACTIVITE, le maximum : à distance nulle, à réponse immédiate et toujours favorable. */
  readonly poids: number;
}

/** Une table de poids ; elle ne change pas : une autre pondération est une autre version. */
interface Bareme {
  readonly id: string;
  /** Comment les propositions se rangent, pour la relecture ; `docs/regles.md` les imprime. */
  readonly ordre: readonly string[];
  /** Combien de réponses à chaque demande du besoin passent avant le seul score. */
  readonly tours: number;
  /** La distance, en kilomètres, à laquelle PROXIMITE ne vaut plus que la moitié ; `null` : la distance ne compte pas. */
  readonly demiPortees: Readonly<Record<ModaliteAccueil, number | null>>;
  /** Les termes que le classement pose lui-même. */
  readonly termes: Readonly<Record<CodeTerme, Terme>>;
  /** Ce que valent ici les motifs que posent `professionals` et `structures` ; leur poids, de 0 à 1, en est la part : une déclaration périmée vaut moins. */
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
};

const DISTANCE = {
  PROXIMITE: favorable(30, "proximité"),
  DISTANCE_INCONNUE: defavorable(0, "distance inconnue"),
};

/** Ce que disent les orientations passées, et le cercle de la personne. */
export const MEMOIRE = {
  /** Un refus faute de place n'écarte pas au-delà. */
  joursDEcartApresCapacite: 60,
  /** Sur combien de mois la réactivité se mesure, et à partir de combien d'orientations closes. */
  moisDeReactivite: 12,
  closesMinimum: 5,
  /** Le délai médian de réponse, en heures, auquel REACTIVITE ne vaut plus que la moitié. */
  demiDelaiHeures: 48,
} as const;

const RESERVE = {
  A_CONFIRMER: defavorable(-15, "à confirmer avec lui : une exigence du texte n'est pas déclarée à l'annuaire"),
  OFFRE_COMPLEMENTAIRE: defavorable(-20, "complète l'offre fixe, et vient après elle"),
  DEJA_AU_CERCLE: favorable(15, "suit déjà la personne"),
  REACTIVITE: favorable(10, "répond vite, et oui"),
  RESEAU_DU_MEDECIN_TRAITANT: favorable(6, "est de la même CPTS ou de la même maison de santé que le médecin traitant"),
  MEILLEURES_REPONSES: favorable(0, "parmi les meilleures réponses à une demande du besoin"),
};

/** Ce qui écarte, constaté ici. */
const EXCLUSION = {
  DELEGATION_NON: excluant("le texte ne permet pas cet acte pour cette personne"),
  FAIT_MANQUANT: excluant("un fait manque sur la personne pour savoir si le texte le permet"),
  DELEGATION_NON_VERIFIEE: excluant("la délégation n'a pas pu être vérifiée"),
  EXIGENCE_NON_REMPLIE: excluant("ne remplit pas ce que le texte exige du professionnel"),
  CIBLE_NON_SOIGNANTE: excluant("un DAC, une CPTS ou un SAMU ne reçoit pas d'orientation de soins"),
  CAPACITE_ATTEINTE: excluant(`a refusé faute de place il y a moins de ${MEMOIRE.joursDEcartApresCapacite} jours`),
  HORS_COMPETENCE: excluant("a refusé cet acte comme hors de sa compétence"),
  HORS_TERRITOIRE: excluant("a refusé cette commune comme hors de son territoire"),
  OFFRE_DE_PROXIMITE: excluant("le SAS vient en dernier recours, et une solution de proximité répond à temps"),
  ECARTE_PAR_L_ANNUAIRE: excluant("écarté par l'annuaire"),
};

/** Disponibilité déclarée, publics et passages, tels que l'annuaire les constate. */
const ANNUAIRE: Readonly<Record<string, Terme>> = {
  CRENEAU_LIBRE: favorable(12, "un créneau est libre"),
  SANS_CRENEAU: defavorable(-12, "aucun créneau libre"),
  DELAI_COMPATIBLE: favorable(8, "le délai annoncé convient à l'urgence"),
  DELAI_TROP_LONG: defavorable(-8, "le délai annoncé dépasse l'urgence"),
  NOUVEAUX_PATIENTS: favorable(8, "accepte de nouveaux patients"),
  PAS_DE_NOUVEAUX_PATIENTS: defavorable(-20, "n'accepte pas de nouveaux patients"),
  MEDECIN_TRAITANT: favorable(8, "accepte d'être médecin traitant"),
  PAS_MEDECIN_TRAITANT: defavorable(-12, "n'accepte pas d'être médecin traitant"),
  SOINS_NON_PROGRAMMES: favorable(8, "prend des soins non programmés"),
  PAS_DE_SOINS_NON_PROGRAMMES: defavorable(-8, "ne prend pas de soins non programmés"),
  PUBLIC_PRIORITAIRE: favorable(10, "donne la priorité au public dont la personne fait partie"),
  DERNIER_RECOURS: defavorable(0, "dernier recours : aucune solution de proximité à temps"),
  PASSAGE_PREVU: favorable(5, "passage prévu dans les prochains jours"),
  POSITION_APPROCHEE: defavorable(-2, "distance approchée : comptée depuis le centre de sa commune"),
};

const TERMES = { ...CORRESPONDANCE, ...DISTANCE, ...RESERVE, ...EXCLUSION };

export type CodeTerme = keyof typeof TERMES;

export const BAREME: Bareme = {
  id: "2026-11-23.2",
  ordre: [
    "Les propositions écartées suivent les retenues, et ne sont rendues que si elles sont demandées.",
    "Une offre complémentaire (médicobus) vient après toute l'offre fixe : elle ne s'y substitue pas.",
    "Un besoin pose plusieurs demandes : chaque profession, chaque type de structure, chaque profession déléguée pour l'acte, une équipe de protocole. " +
      "À tour de rôle, la meilleure réponse à chaque demande, puis la deuxième, puis la troisième : aucune demande n'est masquée par une autre mieux pourvue.",
    `REACTIVITE se mesure sur ${MEMOIRE.moisDeReactivite} mois et au moins ${MEMOIRE.closesMinimum} orientations closes ; elle ne compte et ne se lit que pour les coordinateurs et pour l'intéressé.`,
    "RESEAU_DU_MEDECIN_TRAITANT ne compte que dans le besoin d'une personne dont le médecin traitant est connu : une fois, qu'un ou plusieurs " +
      "groupements soient communs, et seulement sur une adhésion en cours ou un exercice dans la même maison de santé.",
    "Un refus faute de place, hors compétence pour l'acte ou hors territoire pour la commune écarte ; accepter ensuite efface le refus.",
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
  recalcules: ["TYPE_DEMANDE", "CATEGORIE_DEMANDEE"],
};
