import { BAREME } from "./bareme.ts";
import type { MotifRecu } from "./faits.ts";
import { type MotifPese, motifDuBareme, peser } from "./motif.ts";

/**
 * Relit les motifs d'une source avec notre barème : ses poids, qui ont servi à présélectionner, ne comptent plus.
 * Un motif inconnu se montre et ne pèse rien, mais il exclut s'il excluait. Un candidat écarté sans motif le reste.
 */
export function motifsDeLAnnuaire(retenu: boolean, recus: readonly MotifRecu[]): MotifPese[] {
  const motifs = recus.filter(({ code }) => !BAREME.recalcules.includes(code)).map(relire);
  const excluant = motifs.some(({ effet }) => effet === "EXCLUANT");
  return retenu || excluant ? motifs : [...motifs, motifDuBareme("ECARTE_PAR_L_ANNUAIRE")];
}

function relire({ code, effet }: MotifRecu): MotifPese {
  const terme = BAREME.annuaire[code];
  if (effet === "EXCLUANT") return { code, libelle: terme?.libelle ?? libelleParDefaut(code), effet, poids: 0 };
  return terme === undefined ? { code, libelle: libelleParDefaut(code), effet, poids: 0 } : peser(code, terme);
}

const libelleParDefaut = (code: string): string =>
  `signalé par l'annuaire : ${code.toLowerCase().replaceAll("_", " ")}`;
