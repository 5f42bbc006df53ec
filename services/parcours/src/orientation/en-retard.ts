import { EN_ATTENTE_DE_REPONSE } from "./etats.ts";

const ATTENDENT = EN_ATTENTE_DE_REPONSE.map((statut) => `'${statut}'`).join(", ");

/**
 * True of a referral, of a table named `o`, whose deadline is past and which nobody has answered: the clock has ended it, or is about
 * to. `maintenant` is the parameter that holds the instant. Never null.
 */
export const enRetard = (maintenant: string): string =>
  `(o.statut = 'SANS_REPONSE' or o.statut in (${ATTENDENT}) and coalesce(o.repondre_avant <= ${maintenant}::timestamptz, false))`;
