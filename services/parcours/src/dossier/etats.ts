import type { Passage } from "../etats/table.ts";

/** Où en est un dossier d'appui (domaine.md §3.2). */
export const STATUTS_DU_DOSSIER = [
  "DEMANDE_RECUE",
  "EN_ANALYSE",
  "REFUSEE",
  "REORIENTEE",
  "INFORMATION_ORIENTATION",
  "EN_EVALUATION",
  "PLAN_ELABORE",
  "EN_SUIVI",
  "RELAIS",
  "CLOS",
] as const;
export type StatutParcours = (typeof STATUTS_DU_DOSSIER)[number];

/** L'état, unique, de ce qui tient lieu de dossier à un besoin sans dossier. */
export const HORS_DOSSIER = "HORS_DOSSIER";
export type StatutTenu = StatutParcours | typeof HORS_DOSSIER;

/** EQUIPE : l'équipe du DAC à qui le dossier est confié. PORTEUR : qui a ajouté un besoin hors dossier, structure ou professionnel. */
export type RoleDossier = "EQUIPE" | "PORTEUR";

export type ActionDossier =
  | "DESIGNER_REFERENT"
  | "QUALIFIER"
  | "EVALUER"
  | "AJOUTER_BESOIN"
  | "ETABLIR_PLAN"
  | "VALIDER_PLAN"
  | "REEVALUER"
  | "CONSTATER_OBJECTIF"
  | "ORIENTER"
  | "INVITER"
  | "CONSENTIR"
  | "RETIRER"
  | "NOTER"
  | "TRANSFERER"
  | "CLOTURER"
  | "ROUVRIR";

const A_QUALIFIER = ["DEMANDE_RECUE", "EN_ANALYSE"] as const;
const EN_COURS = ["INFORMATION_ORIENTATION", "EN_EVALUATION", "PLAN_ELABORE", "EN_SUIVI", "RELAIS"] as const;
const OUVERTS = [...A_QUALIFIER, ...EN_COURS] as const;
const SANS_SUITE = ["REFUSEE", "REORIENTEE"] as const;

const PAR_L_EQUIPE: readonly RoleDossier[] = ["EQUIPE"];

/**
 * Les passages d'un dossier. Un plan est obligatoire pour la coordination spécifique, et possible pour un appui à l'organisation ;
 * une simple information n'en a pas, et se clôt.
 */
export const PASSAGES_DU_DOSSIER: readonly Passage<StatutParcours, ActionDossier, RoleDossier>[] = [
  {
    action: "DESIGNER_REFERENT",
    libelle: "un référent est nommé ; une demande reçue entre en analyse",
    de: ["DEMANDE_RECUE"],
    par: PAR_L_EQUIPE,
    vers: "EN_ANALYSE",
  },
  {
    action: "DESIGNER_REFERENT",
    libelle: "le référent change",
    de: ["EN_ANALYSE", ...EN_COURS],
    par: PAR_L_EQUIPE,
    vers: null,
  },
  {
    action: "QUALIFIER",
    libelle: "la demande est recevable (avec un niveau d'appui), réorientée ou refusée, avec son motif",
    de: A_QUALIFIER,
    par: PAR_L_EQUIPE,
    vers: {
      INFORMATION_ORIENTATION: "INFORMATION_ORIENTATION",
      APPUI_ORGANISATION: "EN_EVALUATION",
      COORDINATION_SPECIFIQUE: "EN_EVALUATION",
      REORIENTEE: "REORIENTEE",
      REFUSEE: "REFUSEE",
    },
  },
  {
    action: "EVALUER",
    libelle: "une évaluation est enregistrée sur une grille datée",
    de: ["EN_EVALUATION"],
    par: PAR_L_EQUIPE,
    vers: null,
  },
  {
    action: "EVALUER",
    libelle: "une simple information se révèle plus complexe : le dossier entre en évaluation",
    de: ["INFORMATION_ORIENTATION"],
    par: PAR_L_EQUIPE,
    vers: "EN_EVALUATION",
  },
  {
    action: "ETABLIR_PLAN",
    libelle: "le plan personnalisé est écrit, ou réécrit, à partir d'une évaluation",
    de: ["EN_EVALUATION", "PLAN_ELABORE"],
    par: PAR_L_EQUIPE,
    vers: "PLAN_ELABORE",
  },
  {
    action: "VALIDER_PLAN",
    libelle: "le plan est validé avec la personne et son médecin traitant : le suivi commence",
    de: ["PLAN_ELABORE"],
    par: PAR_L_EQUIPE,
    vers: "EN_SUIVI",
  },
  {
    action: "REEVALUER",
    libelle: "la situation a changé : le dossier revient en évaluation",
    de: ["EN_SUIVI", "RELAIS"],
    par: PAR_L_EQUIPE,
    vers: "EN_EVALUATION",
  },
  {
    action: "CONSTATER_OBJECTIF",
    libelle: "un objectif d'un plan validé est dit atteint, ou ne l'est pas",
    de: ["EN_EVALUATION", "EN_SUIVI", "RELAIS"],
    par: PAR_L_EQUIPE,
    vers: null,
  },
  { action: "AJOUTER_BESOIN", libelle: "un besoin est ajouté", de: EN_COURS, par: PAR_L_EQUIPE, vers: null },
  { action: "ORIENTER", libelle: "un besoin est adressé à quelqu'un", de: EN_COURS, par: PAR_L_EQUIPE, vers: null },
  { action: "INVITER", libelle: "quelqu'un entre au cercle de soins", de: EN_COURS, par: PAR_L_EQUIPE, vers: null },
  {
    action: "CONSENTIR",
    libelle: "ce que la personne a dit du partage est recueilli",
    de: OUVERTS,
    par: PAR_L_EQUIPE,
    vers: null,
  },
  {
    action: "RETIRER",
    libelle: "un consentement est retiré, ou un membre quitte le cercle : possible dans tous les états",
    de: STATUTS_DU_DOSSIER,
    par: PAR_L_EQUIPE,
    vers: null,
  },
  {
    action: "NOTER",
    libelle: "une note, une concertation ou un changement de la fiche de la personne est enregistré",
    de: OUVERTS,
    par: PAR_L_EQUIPE,
    vers: null,
  },
  {
    action: "TRANSFERER",
    libelle: "un autre DAC devient compétent : le dossier le suit, avec son histoire",
    de: OUVERTS,
    par: PAR_L_EQUIPE,
    vers: "DEMANDE_RECUE",
  },
  {
    action: "CLOTURER",
    libelle: "le premier recours prend le relais : le destinataire est nommé",
    de: ["INFORMATION_ORIENTATION", "EN_EVALUATION", "PLAN_ELABORE", "EN_SUIVI"],
    par: PAR_L_EQUIPE,
    vers: { RELAIS: "RELAIS", AUTRE_MOTIF: "CLOS" },
  },
  {
    action: "CLOTURER",
    libelle: "le relais est effectif, ou une demande non qualifiée s'éteint (décès, déménagement…)",
    de: [...A_QUALIFIER, "RELAIS"],
    par: PAR_L_EQUIPE,
    vers: "CLOS",
  },
  {
    action: "ROUVRIR",
    libelle: "un dossier clos revient en évaluation",
    de: ["CLOS"],
    par: PAR_L_EQUIPE,
    vers: "EN_EVALUATION",
  },
  {
    action: "ROUVRIR",
    libelle: "une demande écartée est analysée de nouveau",
    de: SANS_SUITE,
    par: PAR_L_EQUIPE,
    vers: "EN_ANALYSE",
  },
];

/** Les états où rien n'attend plus : en y entrant, le dossier emporte ses orientations qui n'ont pas commencé. */
export const FERMES: ReadonlySet<StatutTenu> = new Set(["CLOS", ...SANS_SUITE]);
