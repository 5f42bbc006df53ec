import type { Principe } from "@coordination/rules";

/** Une activité en cours, réduite à ce qu'un annuaire devrait en dire. */
export interface ActiviteRenseignee {
  readonly soignante: boolean;
  /** Un lieu déclaré : une déclaration ne dit ni mode d'exercice ni adresse, nul ne peut donc les compléter. */
  readonly declaree: boolean;
  readonly medecin: boolean;
  readonly savoirFaire: boolean;
  readonly modeExercice: boolean;
  /** Structure décrite, ou raison sociale du lieu. */
  readonly lieu: boolean;
  readonly adresse: boolean;
  readonly commune: boolean;
  readonly telephone: boolean;
  readonly messagerieSecurisee: boolean;
  /** Une disponibilité déclarée, qui n'est pas périmée ; « inconnu » n'en dit rien. */
  readonly disponibilite: boolean;
}

interface Attente {
  readonly libelle: string;
  /** Toute activité n'a pas tout : un coordinateur ne déclare pas de créneaux, une déclaration ne dit pas d'adresse. */
  readonly concerne: (activite: ActiviteRenseignee) => boolean;
  readonly presente: (activite: ActiviteRenseignee) => boolean;
}

const toute = () => true;
const duRepertoire = ({ declaree }: ActiviteRenseignee) => !declaree;
const deSoins = ({ soignante }: ActiviteRenseignee) => soignante;

/** Ce qu'un annuaire doit dire d'une activité, dans l'ordre où on le demande. */
const ATTENTES: readonly Attente[] = [
  { libelle: "savoir-faire", concerne: ({ medecin }) => medecin, presente: ({ savoirFaire }) => savoirFaire },
  { libelle: "mode d'exercice", concerne: duRepertoire, presente: ({ modeExercice }) => modeExercice },
  { libelle: "structure ou raison sociale", concerne: toute, presente: ({ lieu }) => lieu },
  { libelle: "adresse", concerne: duRepertoire, presente: ({ adresse }) => adresse },
  { libelle: "commune", concerne: toute, presente: ({ commune }) => commune },
  { libelle: "téléphone", concerne: toute, presente: ({ telephone }) => telephone },
  { libelle: "boîte MSSanté", concerne: toute, presente: ({ messagerieSecurisee }) => messagerieSecurisee },
  { libelle: "disponibilité à jour", concerne: deSoins, presente: ({ disponibilite }) => disponibilite },
];

export const ficheComplete: Principe = {
  principe: "COMPLETUDE_D_UNE_PERSONNE",
  intitule: "La complétude d'une personne est la part de ce qui est connu de ses activités en cours :",
  phrases: [
    `de chacune : ${ATTENTES.map(({ libelle }) => libelle).join(", ")}`,
    "savoir-faire n'est attendu que d'un médecin, disponibilité à jour que d'une activité de soins",
    "d'un lieu déclaré, ni mode d'exercice ni adresse : une déclaration ne les dit pas",
    "une disponibilité périmée ou INCONNU manque ; qui n'a plus d'activité a 0",
  ],
  source: "choix de cet annuaire ; aucun texte n'en fait une règle",
  relueLe: "2026-11-23",
};

const SANS_ACTIVITE = { score: 0, manquants: ["activité en cours"] };

/**
 * Ce que l'annuaire dit d'une personne, sur ce qu'il devrait dire de toutes ses activités en cours. Ce qui manque à l'une
 * d'elles manque. Sans activité, il ne dit rien d'utile.
 */
export function completudeDe(activites: readonly ActiviteRenseignee[]): { score: number; manquants: string[] } {
  if (activites.length === 0) return SANS_ACTIVITE;
  const attendus = ATTENTES.flatMap(({ libelle, concerne, presente }) =>
    activites.filter(concerne).map((activite) => ({ libelle, present: presente(activite) })),
  );
  const absents = attendus.filter(({ present }) => !present);
  return {
    score: (attendus.length - absents.length) / attendus.length,
    manquants: [...new Set(absents.map(({ libelle }) => libelle))],
  };
}
