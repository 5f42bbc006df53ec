import type { Principe } from "@coordination/rules";
import type { Motif, NatureBesoin } from "@coordination/vocabulaire";
import type { PublicPrioritaire, RegulationPrealable } from "../enums.type.ts";
import { estCibleDeSoins } from "../structure/coordination.rule.ts";
import type { Structure } from "../structure/structure.type.ts";
import { type Personne, publicsDe } from "./public-prioritaire.rule.ts";

/** Les besoins auxquels seul un soignant peut répondre. */
const NATURES_DE_SOINS: ReadonlySet<NatureBesoin> = new Set(["SOINS", "EXPERTISE", "SANTE_MENTALE", "PREVENTION"]);

/** True when only a structure that cares may answer. */
export const exigeUneCibleDeSoins = (nature: NatureBesoin): boolean => NATURES_DE_SOINS.has(nature);

/** Ce que les motifs doivent savoir du besoin et de la candidate. */
export interface Candidature {
  readonly nature: NatureBesoin;
  readonly personne: Personne;
  readonly structure: Pick<Structure, "type" | "precisionPosition">;
  /** True when the category, not the type, was asked for. */
  readonly parCategorie: boolean;
  readonly passage: {
    readonly jour: string;
    readonly commune: string;
    readonly publicsPrioritaires: readonly PublicPrioritaire[];
  } | null;
  readonly soinsNonProgrammes: {
    readonly regulationPrealable: RegulationPrealable | null;
    readonly publics: readonly PublicPrioritaire[];
  } | null;
}

const LIBELLES_DES_PUBLICS: Readonly<Record<PublicPrioritaire, string>> = {
  ALD_SANS_MEDECIN_TRAITANT: "personnes en affection de longue durée sans médecin traitant",
  PERSONNE_AGEE_ISOLEE: "personnes âgées isolées",
  SANS_MEDECIN_TRAITANT: "personnes sans médecin traitant",
  ENFANT: "enfants",
  PERSONNE_EN_SITUATION_DE_HANDICAP: "personnes en situation de handicap",
};

const favorable = (code: string, libelle: string): Motif => ({ code, libelle, effet: "FAVORABLE", poids: 1 });

/** Why a structure answers a need, or cannot. Weights are local facts from 0 to 1: parcours decides what they are worth. */
export function motifsDe({
  nature,
  personne,
  structure,
  parCategorie,
  passage,
  soinsNonProgrammes,
}: Candidature): Motif[] {
  if (exigeUneCibleDeSoins(nature) && !estCibleDeSoins(structure)) {
    const libelle = "Un DAC, une CPTS ou un SAMU ne reçoit pas d'orientation de soins";
    return [{ code: "CIBLE_NON_SOIGNANTE", libelle, effet: "EXCLUANT", poids: 0 }];
  }
  const motifs = [
    parCategorie
      ? favorable("CATEGORIE_DEMANDEE", "Sa catégorie est celle demandée")
      : favorable("TYPE_DEMANDE", "Son type est celui demandé"),
  ];
  if (passage === null)
    return [...motifs, ...motifsDePosition(structure), ...motifsDeVenue(personne, soinsNonProgrammes)];
  motifs.push(favorable("PASSAGE_PREVU", `Passe à ${passage.commune} le ${passage.jour}`));
  return [...motifs, ...motifsDesPublics(personne, passage.publicsPrioritaires)];
}

/** Priority raises and never excludes. */
function motifsDesPublics(personne: Personne, publics: readonly PublicPrioritaire[]): Motif[] {
  const siens = publicsDe(personne, publics).map((unPublic) => LIBELLES_DES_PUBLICS[unPublic]);
  return siens.length === 0 ? [] : [favorable("PUBLIC_PRIORITAIRE", `Donne la priorité aux ${siens.join(" et aux ")}`)];
}

const REGULATEURS: Readonly<Record<Exclude<RegulationPrealable, "AUCUNE">, string>> = {
  CENTRE_15: "le Centre 15",
  SAS: "le service d'accès aux soins",
};

/** How one comes to its unscheduled care, when it said so. */
function motifsDeVenue(personne: Personne, soins: Candidature["soinsNonProgrammes"]): Motif[] {
  if (soins === null) return [];
  const { regulationPrealable, publics } = soins;
  const motifs = motifsDesPublics(personne, publics);
  if (regulationPrealable === null || regulationPrealable === "AUCUNE") return motifs;
  const libelle = `Reçoit les soins non programmés après un appel : ${REGULATEURS[regulationPrealable]} oriente avant la venue`;
  return [...motifs, { code: "REGULATION_PREALABLE", libelle, effet: "DEFAVORABLE", poids: 1 }];
}

function motifsDePosition({ precisionPosition }: Candidature["structure"]): Motif[] {
  if (precisionPosition === "ADRESSE" || precisionPosition === "RUE") return [];
  const libelle = "Distance approchée : comptée depuis le centre de sa commune";
  return [{ code: "POSITION_APPROCHEE", libelle, effet: "DEFAVORABLE", poids: 1 }];
}

export const soinsNonProgrammes: Principe = {
  principe: "SOINS_NON_PROGRAMMES",
  intitule: "Une structure qui reçoit des soins non programmés :",
  phrases: [
    "dit ses heures, si l'on y vient sans rendez-vous et quelle gravité elle admet ; ce qu'elle n'a pas dit n'est pas un « non »",
    "dit qui doit être appelé avant la venue (le Centre 15 ou le SAS) : la proposition le rappelle, sans que cela change son rang",
    "peut donner la priorité à des publics, ce qui élève la proposition et n'exclut personne",
  ],
  source:
    "ARS, guide pour les élus : « des structures de soins offrent une alternative pour des consultations non prévues en journée la semaine, le week-end ou en soirée » ; ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018, des centres médicaux sans rendez-vous : « pendant les heures d'ouverture des cabinets de médecine générale, ainsi que le samedi matin »",
  relueLe: "2026-11-23",
};
