import type { CriteresBesoin } from "../src/besoin/criteres.type.ts";
import type {
  CandidatProfessionnelRecu,
  CandidatStructureRecu,
  PossibiliteRecue,
  SourcesDuBesoin,
} from "../src/classement/faits.ts";

/** Une personne de 72 ans, en ALD, sans médecin traitant : un généraliste sous trois jours, et un vaccin contre la grippe. */
export const criteresDuBesoin: CriteresBesoin = {
  codeInsee: "31555",
  nature: "SOINS",
  urgence: "SOUS_72_H",
  professions: ["10"],
  savoirFaire: ["SM26", "SM53", "SM54"],
  actes: ["VACCINATION_GRIPPE"],
  typesStructure: ["CENTRE_DE_SANTE", "MSP"],
  categories: [],
  rayonKm: 15,
  modalites: [],
  profil: {
    age: 72,
    ageMois: null,
    sexe: "FEMININ",
    sansMedecinTraitant: "OUI",
    ald: "OUI",
    isole: "INCONNU",
    criteresCliniques: [],
  },
};

export const medecin = (id: string, ecart: Partial<CandidatProfessionnelRecu> = {}): CandidatProfessionnelRecu => ({
  situation: { id, profession: { code: "10" }, professionnel: { id: `8-${id}` } },
  possibilite: null,
  eligibilite: null,
  retenu: true,
  distanceKm: 2,
  motifs: [],
  ...ecart,
});

/** Un pharmacien proposé au titre de la vaccination, dont la formation est déclarée. */
export const pharmacien = (id: string, ecart: Partial<CandidatProfessionnelRecu> = {}): CandidatProfessionnelRecu => ({
  ...medecin(id),
  situation: { id, profession: { code: "21" }, professionnel: { id: `8-${id}` } },
  possibilite: "vaccination-pharmacien",
  eligibilite: { verdict: "OUI" },
  ...ecart,
});

export const msp = (id: string, ecart: Partial<CandidatStructureRecu> = {}): CandidatStructureRecu => ({
  structure: { id, type: "MSP" },
  retenu: true,
  distanceKm: 2,
  complementaire: false,
  motifs: [],
  ...ecart,
});

const conditionAge = { libelle: "la personne a 11 ans ou plus" };
const intitule = "Vaccination par le pharmacien : la personne, l'acte, le lieu et la date conviennent quand";

/** La vaccination par le pharmacien, permise pour cette personne. */
export const vaccination: PossibiliteRecue = {
  id: "vaccination-pharmacien",
  eligibilite: { verdict: "OUI", intitule, conditions: [{ ...conditionAge, verdict: "OUI", constat: "72 ans" }] },
  equipes: [],
};

/** La même, à cinq ans. */
export const vaccinationTropJeune: PossibiliteRecue = {
  ...vaccination,
  eligibilite: {
    verdict: "NON",
    intitule,
    conditions: [
      { libelle: "l'acte est couvert par cette délégation", verdict: "OUI", constat: null },
      { ...conditionAge, verdict: "NON", constat: "5 ans : en dessous de 11 ans" },
    ],
  },
};

/** La même, sans connaître l'âge. */
export const vaccinationSansAge: PossibiliteRecue = {
  ...vaccination,
  eligibilite: {
    verdict: "INCONNU",
    intitule,
    conditions: [{ ...conditionAge, verdict: "INCONNU", constat: "âge inconnu" }],
  },
};

interface Reponses {
  readonly professionnels?: readonly CandidatProfessionnelRecu[];
  readonly structures?: readonly CandidatStructureRecu[];
  readonly possibilites?: readonly PossibiliteRecue[];
}

/** Trois sources qui ont répondu, sans rien de tronqué. */
export const sources = ({ professionnels = [], structures = [], possibilites = [] }: Reponses): SourcesDuBesoin => ({
  professionnels: { elements: professionnels, tronque: false },
  structures: { elements: structures, tronque: false },
  possibilites,
});
