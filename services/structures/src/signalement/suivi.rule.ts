import type { StatutSignalement } from "@coordination/vocabulaire";

/** What may follow: an answer, once corrected or rejected, is final. */
const SUITES: Readonly<Record<StatutSignalement, readonly StatutSignalement[]>> = {
  RECU: ["TRANSMIS", "CORRIGE", "REJETE"],
  TRANSMIS: ["CORRIGE", "REJETE"],
  CORRIGE: [],
  REJETE: [],
};

/** True when a report may go from one state to the other. */
export const peutPasser = (de: StatutSignalement, a: StatutSignalement): boolean => SUITES[de].includes(a);
