import { limiteDepassee } from "@coordination/server-kit";
import type { ValidationRule } from "graphql";
import { LIMITES_DU_DOCUMENT, type Mesure } from "./limites.ts";
import { mesurer } from "./mesure.ts";

/** Beyond, the number says nothing more: fragments may multiply to hundreds of digits. */
const VALEUR_AFFICHEE_MAXIMUM = 1_000_000;

/**
 * Refuses a document that is too large, before anything else of it is looked at: the other rules are given an empty
 * document in its place, since some of them take time that grows as the square of what they read.
 */
export const documentDansLesLimites: ValidationRule = (context) => ({
  Document: (document) => {
    const mesure = mesurer(document);
    const depassees = (Object.keys(mesure) as (keyof Mesure)[]).filter((nom) => mesure[nom] > LIMITES_DU_DOCUMENT[nom]);
    if (depassees.length === 0) return undefined;
    for (const limite of depassees) {
      const valeur = Math.min(mesure[limite], VALEUR_AFFICHEE_MAXIMUM);
      context.reportError(limiteDepassee(limite, { maximum: LIMITES_DU_DOCUMENT[limite], valeur }));
    }
    return { ...document, definitions: [] };
  },
});
