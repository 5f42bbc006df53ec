import type { Sql } from "@coordination/database";
import type { Urgence } from "@coordination/vocabulaire";
import { type Delai, type Echeances, echeancesDe } from "../orientation/delais.rule.ts";
import { findDelaisDuDac, type LigneDelai } from "./delais.repository.ts";

/** Of which team a referral comes, how urgent it is, and in whose working days it is counted. */
interface AEcheance {
  readonly dacId: string;
  readonly urgence: Urgence;
  readonly departement: string;
}

/** When a referral sent now is reminded and ended: by its DAC's own deadline when there is one, by the table otherwise. */
export async function echeancesPour(
  tx: Sql,
  { dacId, urgence, departement }: AEcheance,
  envoi: Date,
): Promise<Echeances | null> {
  const sien = (await findDelaisDuDac(tx, dacId)).find((delai) => delai.urgence === urgence);
  return echeancesDe(urgence, departement, envoi, sien === undefined ? undefined : enDelai(sien));
}

const enDelai = ({ heures, joursOuvres }: LigneDelai): Delai | undefined => {
  if (heures !== null) return { heures };
  return joursOuvres === null ? undefined : { joursOuvres };
};
