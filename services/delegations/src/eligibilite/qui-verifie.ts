import type { ConditionDelegation } from "../catalogue/delegation.ts";

/** Qui établit qu'une condition est remplie, et quand. */
export type QuiVerifie = "APPRECIEE_D_AVANCE" | "PROFESSIONNEL";

/** Ce que seul le professionnel peut constater au moment de l'acte se lit d'avance, mais ne se juge pas d'avance. */
export const quiVerifie = ({ epreuve }: ConditionDelegation): QuiVerifie =>
  epreuve.genre === "A_VERIFIER_PAR_LE_PROFESSIONNEL" ? "PROFESSIONNEL" : "APPRECIEE_D_AVANCE";
