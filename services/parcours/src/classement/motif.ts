import type { EffetMotif } from "@coordination/vocabulaire";
import { BAREME, type CodeTerme, type Terme } from "./bareme.ts";

/** Un motif tel que l'API le rend. */
export interface MotifPese {
  readonly code: string;
  readonly libelle: string;
  readonly effet: EffetMotif;
  readonly poids: number;
}

interface Nuance {
  /** Ce qui précise la phrase du barème : « exerce la profession demandée : Médecin ». */
  readonly precision?: string | undefined;
  /** Part du poids du barème, de 0 à 1. */
  readonly part?: number;
}

/** Un motif du barème. */
export const motifDuBareme = (code: CodeTerme, nuance: Nuance = {}): MotifPese =>
  peser(code, BAREME.termes[code], nuance);

/** Un motif à partir d'un terme : sa phrase, précisée, et son poids au centième. */
export const peser = (code: string, terme: Terme, { precision, part = 1 }: Nuance = {}): MotifPese => ({
  code,
  libelle: precision === undefined ? terme.libelle : `${terme.libelle} : ${precision}`,
  effet: terme.effet,
  poids: arrondir(terme.poids * part),
});

/** Une raison d'écarter dont la phrase dit le fait lui-même. */
export const exclusion = (code: CodeTerme, libelle: string): MotifPese => ({
  code,
  libelle,
  effet: "EXCLUANT",
  poids: 0,
});

/** La somme des poids, au centième : le score d'un candidat n'a pas d'autre source. */
export const scoreDe = (motifs: readonly MotifPese[]): number =>
  arrondir(motifs.reduce((somme, { poids }) => somme + poids, 0));

/** Les plus lourds d'abord, qu'ils servent ou desservent ; puis par code, pour que l'ordre ne dépende de rien d'autre. */
export const parPoids = (un: MotifPese, autre: MotifPese): number =>
  Math.abs(autre.poids) - Math.abs(un.poids) ||
  comparerTextes(un.code, autre.code) ||
  comparerTextes(un.libelle, autre.libelle);

/** Ordre des codes de caractères : le même partout, au contraire d'un ordre linguistique. */
export const comparerTextes = (un: string, autre: string): number => (un === autre ? 0 : un < autre ? -1 : 1);

// `+ 0` : un zéro négatif ne se distingue pas d'un zéro pour qui lit.
const arrondir = (points: number): number => Math.round(points * 100) / 100 + 0;
