import { enVigueurLe } from "../habilitation/en-vigueur.ts";
import type { LigneSituation } from "./situation.repository.ts";

/** Whether the person practises there on that day, as far as anybody may say: open, confirmed, and between its dates. */
export const estEnCours = (situation: LigneSituation, le: string): boolean =>
  situation.ouverte && situation.confirmee && enVigueurLe(situation, le);
