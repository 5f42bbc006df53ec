import type { Principe } from "@coordination/rules";
import { type Completude, libelleTypeStructure, type TypeStructure } from "@coordination/vocabulaire";

/** Ce qui est renseigné d'une structure. Une liste déclarée vide est renseignée : quelqu'un a dit « aucun ». */
export interface FaitsRenseignes {
  readonly adresse: boolean;
  readonly commune: boolean;
  readonly positionPrecise: boolean;
  readonly contact: boolean;
  readonly identifiantJuridique: boolean;
  readonly statutJuridique: boolean;
  readonly horaires: boolean;
  readonly modalites: boolean;
  readonly projetDeSante: boolean;
  readonly labellisation: boolean;
  readonly membres: boolean;
  readonly phase: boolean;
  readonly missions: boolean;
  readonly territoire: boolean;
  readonly colleges: boolean;
  readonly gestionnaire: boolean;
  readonly profilActivite: boolean;
  readonly soinsNonProgrammes: boolean;
  readonly passages: boolean;
  readonly publicsPrioritaires: boolean;
  readonly zoneIntervention: boolean;
}

/** Comment un annuaire nomme ce qui lui manque. */
const LIBELLES: Readonly<Record<keyof FaitsRenseignes, string>> = {
  adresse: "adresse",
  commune: "commune",
  positionPrecise: "position à l'adresse ou à la rue",
  contact: "moyen de la joindre",
  identifiantJuridique: "SIRET ou FINESS de l'entité juridique",
  statutJuridique: "statut juridique",
  horaires: "horaires d'ouverture",
  modalites: "modalités d'accueil",
  projetDeSante: "projet de santé",
  labellisation: "décision de labellisation de l'ARS",
  membres: "membres",
  phase: "phase du projet",
  missions: "missions",
  territoire: "territoire",
  colleges: "collèges de la gouvernance",
  gestionnaire: "gestionnaire",
  profilActivite: "profil d'activité",
  soinsNonProgrammes: "conditions des soins non programmés",
  passages: "passages à venir",
  publicsPrioritaires: "publics prioritaires",
  zoneIntervention: "communes desservies",
};

type Attendus = readonly (keyof FaitsRenseignes)[];

const DE_TOUTES: Attendus = ["commune", "contact"];
const D_UN_LIEU: Attendus = ["adresse", "positionPrecise", "identifiantJuridique", "horaires", "modalites"];
const D_UN_REGROUPEMENT: Attendus = ["statutJuridique", "membres"];

/** Ce qu'un annuaire doit dire de plus d'une structure de ce type, au-delà de sa commune et d'un moyen de la joindre. */
const PAR_TYPE: Partial<Readonly<Record<TypeStructure, Attendus>>> = {
  MSP: [...D_UN_LIEU, ...D_UN_REGROUPEMENT, "projetDeSante", "labellisation"],
  CENTRE_DE_SANTE: [...D_UN_LIEU, "gestionnaire", "profilActivite"],
  ESP: ["membres", "projetDeSante"],
  CPTS: [...D_UN_REGROUPEMENT, "phase", "missions", "territoire"],
  DAC: ["statutJuridique", "territoire", "colleges"],
  GHT: ["membres"],
  MEDICOBUS: ["passages", "publicsPrioritaires"],
  SERVICE_A_DOMICILE: ["adresse", "identifiantJuridique", "modalites", "zoneIntervention"],
  SAS: [],
  SAMU: [],
  ASSOCIATION_PATIENTS: [],
  MAISON_MEDICALE_DE_GARDE: [...D_UN_LIEU, "soinsNonProgrammes"],
  CENTRE_SOINS_NON_PROGRAMMES: [...D_UN_LIEU, "soinsNonProgrammes"],
};

/** La part de ce qui est attendu d'une structure de ce type qui est renseignée, et ce qui manque. */
export function completude(type: TypeStructure, faits: FaitsRenseignes): Completude {
  const attendus = [...DE_TOUTES, ...(PAR_TYPE[type] ?? D_UN_LIEU)];
  const manquants = attendus.filter((fait) => !faits[fait]);
  return {
    score: (attendus.length - manquants.length) / attendus.length,
    manquants: manquants.map((fait) => LIBELLES[fait]),
  };
}

const enClair = (attendus: Attendus): string => attendus.map((fait) => LIBELLES[fait]).join(", ");

export const faitsAttendus: Principe = {
  principe: "COMPLETUDE",
  intitule: "La complétude d'une fiche est la part de ces faits qui est renseignée ; une liste dite vide l'est :",
  phrases: [
    `de toutes : ${enClair(DE_TOUTES)}`,
    ...(Object.entries(PAR_TYPE) as [TypeStructure, Attendus][])
      .filter(([, attendus]) => attendus.length > 0)
      .map(([type, attendus]) => `${libelleTypeStructure(type)} : ${enClair(attendus)}`),
    `des types qui ne sont pas nommés ici : ${enClair(D_UN_LIEU)}`,
    `de ceux-ci, rien de plus : ${(Object.keys(PAR_TYPE) as TypeStructure[])
      .filter((type) => PAR_TYPE[type]?.length === 0)
      .map((type) => libelleTypeStructure(type))
      .join(", ")}`,
  ],
  source: "ce qu'un annuaire doit dire d'un lieu de soins pour qu'on y adresse quelqu'un : notre choix",
  relueLe: "2026-11-23",
};
