import { type Regle, type Verdict, verdict } from "@coordination/rules";

/** Ce que la règle doit savoir d'une demande d'appui, et rien d'autre : ni l'âge ni la pathologie n'y figurent. */
export interface DemandeJugee {
  readonly motif: string;
  readonly difficulte: string;
  readonly autresActeurs: boolean;
  readonly personneInformee: boolean;
  readonly accordPersonne: Verdict;
}

const dit = (texte: string): Verdict => verdict(texte.trim() !== "");

export const recevabilite: Regle<DemandeJugee> = {
  regle: "DEMANDE_RECEVABLE",
  intitule: "Une demande d'appui est recevable quand :",
  source:
    "ARS, guide pour les élus : le DAC appuie le professionnel pour une coordination « qu'il ne parvient pas à réaliser seul », quels que soient la pathologie, l'âge ou la problématique de la personne",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "BESOIN_DE_COORDINATION",
      libelle: "un besoin de coordination est dit",
      evaluer: ({ motif }) => dit(motif),
    },
    {
      code: "AUTRES_ACTEURS",
      libelle: "d'autres acteurs que le demandeur interviennent ou devraient intervenir",
      evaluer: ({ autresActeurs }) => verdict(autresActeurs),
    },
    {
      code: "DIFFICULTE_RENCONTREE",
      libelle: "le demandeur dit ce qu'il ne parvient pas à faire seul",
      evaluer: ({ difficulte }) => dit(difficulte),
    },
    {
      code: "PERSONNE_INFORMEE",
      libelle: "la personne est informée de la demande",
      evaluer: ({ personneInformee }) => verdict(personneInformee),
    },
    {
      code: "ACCORD_DE_LA_PERSONNE",
      libelle: "la personne ne s'y oppose pas",
      evaluer: ({ accordPersonne }) => accordPersonne,
    },
  ],
};
