import type { Principe } from "@coordination/rules";

/** Ce qui se déclare dans l'annuaire, et qui n'a pas les mêmes déclarants. */
export type Declaration =
  | "DISPONIBILITE"
  | "CONTACT"
  | "SITUATION"
  | "QUALITE"
  | "HABILITATION"
  | "COMPETENCE"
  | "CONTRAT";

/** Ce qu'il faut savoir pour dire qui peut déclarer, et rien d'autre. */
export interface DossierDuDeclarant {
  readonly declaration: Declaration;
  /** Qui demande : son RPPS (ou celui de qui l'on est le secrétariat), les structures pour lesquelles il agit, s'il parle pour une agence. */
  readonly declarant: {
    readonly rpps: string | null;
    readonly structures: readonly string[];
    readonly agence: boolean;
  };
  readonly rppsDeLaPersonne: string;
  /** Structures où s'exerce l'activité déclarée ; pour ce qui tient à la personne, toutes celles où elle exerce. */
  readonly structuresDeLActivite: readonly string[];
  /** Groupements (CPTS, MSP…) dont la personne est membre ; `null` : pas encore demandé. */
  readonly groupements: readonly string[] | null;
}

/** Ce qu'une agence constate elle-même ; une disponibilité ou un lieu, seuls les intéressés les connaissent. */
const DECLAREES_PAR_UNE_AGENCE: ReadonlySet<Declaration> = new Set([
  "QUALITE",
  "HABILITATION",
  "COMPETENCE",
  "CONTRAT",
]);

/** Un contrat d'aide ne se lit que par les agences : elles seules le déclarent. */
const RESERVEES_AUX_AGENCES: ReadonlySet<Declaration> = new Set(["CONTRAT"]);

/**
 * Peuvent déclarer : la personne ou son secrétariat, la structure où elle exerce, la CPTS ou la MSP dont elle est membre, ou, selon la
 * déclaration, une agence. Rend `SELON_LES_ADHESIONS` quand seules ses adhésions, pas encore demandées, peuvent le dire.
 * Source : cahier des charges, « Who may write » ; aucun texte n'en fait une règle.
 */
export function peutDeclarer({
  declaration,
  declarant,
  rppsDeLaPersonne,
  structuresDeLActivite,
  groupements,
}: DossierDuDeclarant): "OUI" | "NON" | "SELON_LES_ADHESIONS" {
  if (declarant.agence && DECLAREES_PAR_UNE_AGENCE.has(declaration)) return "OUI";
  if (RESERVEES_AUX_AGENCES.has(declaration)) return "NON";
  if (declarant.rpps === rppsDeLaPersonne) return "OUI";
  const agitPourUneDe = (ids: readonly string[]) => ids.some((id) => declarant.structures.includes(id));
  if (agitPourUneDe(structuresDeLActivite)) return "OUI";
  if (declarant.structures.length === 0) return "NON";
  if (groupements === null) return "SELON_LES_ADHESIONS";
  return agitPourUneDe(groupements) ? "OUI" : "NON";
}

/** Le droit qui manque, tel qu'un refus le dit. */
export const droitDeDeclarer = (declaration: Declaration): string => {
  if (RESERVEES_AUX_AGENCES.has(declaration)) return "parler pour une agence";
  const interesses =
    "être la personne, agir pour la structure où elle exerce ou pour un groupement dont elle est membre";
  return DECLAREES_PAR_UNE_AGENCE.has(declaration) ? `${interesses}, ou parler pour une agence` : interesses;
};

const DECLARATIONS: Readonly<Record<Declaration, string>> = {
  DISPONIBILITE: "une disponibilité",
  CONTACT: "un contact",
  SITUATION: "un lieu d'exercice",
  QUALITE: "une qualité",
  HABILITATION: "une habilitation",
  COMPETENCE: "une compétence",
  CONTRAT: "un contrat d'aide à l'installation",
};

export const quiDeclareDUnePersonne: Principe = {
  principe: "QUI_DECLARE_D_UNE_PERSONNE",
  intitule: "Pour déclarer ce que le RPPS ne dit pas d'une personne, il faut :",
  phrases: [
    ...Object.entries(DECLARATIONS).map(
      ([declaration, quoi]) => `pour ${quoi}, ${droitDeDeclarer(declaration as Declaration)}`,
    ),
    "un secrétariat, ou un logiciel, a les droits du professionnel pour le compte de qui il agit",
    "un lieu que seule déclare la structure qui accueillerait n'est proposé nulle part tant que la personne ne l'a pas confirmé",
  ],
  source: "cahier des charges, « Who may write » ; « Délégation possible (avec compte dédié au secrétariat) » (S142)",
  relueLe: "2026-11-23",
};
