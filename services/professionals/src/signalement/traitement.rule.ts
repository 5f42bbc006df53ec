import type { StatutSignalement } from "@coordination/vocabulaire";

/** Ce qui peut suivre chaque statut : un signalement corrigé ou rejeté n'en change plus. */
const SUITES: Readonly<Record<StatutSignalement, readonly StatutSignalement[]>> = {
  RECU: ["TRANSMIS", "CORRIGE", "REJETE"],
  TRANSMIS: ["CORRIGE", "REJETE"],
  CORRIGE: [],
  REJETE: [],
};

/** Vrai quand un signalement peut passer d'un statut à l'autre. */
export const peutPasserA = (statut: StatutSignalement, suivant: StatutSignalement): boolean =>
  SUITES[statut].includes(suivant);

/** Vrai quand celui qui a signalé doit savoir pourquoi : un rejet se motive. */
export const demandeUneReponse = (statut: StatutSignalement): boolean => statut === "REJETE";
