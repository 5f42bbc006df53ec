import { BAREME, type Terme } from "./bareme.ts";
import type { MotifRecu } from "./faits.ts";
import { type MotifPese, motifDuBareme, peser } from "./motif.ts";

/** Ce qu'une source dit d'un candidat. */
interface AvisRecu {
  readonly retenu: boolean;
  readonly motifs: readonly MotifRecu[];
}

/**
 * Ajoute aux motifs posés ici ceux d'une source, relus avec notre barème : leur poids, de 0 à 1, dit quelle part compter.
 * Ce qui est déjà dit ici ne se répète pas. Un motif inconnu se montre sans peser, mais il exclut s'il excluait.
 * Un candidat que la source écarte le reste, même sans raison.
 */
export function completer(poses: readonly MotifPese[], { retenu, motifs }: AvisRecu): MotifPese[] {
  const nouveaux = motifs.filter((recu) => !estDejaDit(recu, poses)).map(relire);
  const tous = [...poses, ...nouveaux];
  const ecarte = tous.some(({ effet }) => effet === "EXCLUANT");
  return retenu || ecarte ? tous : [...tous, motifDuBareme("ECARTE_PAR_L_ANNUAIRE")];
}

/** Une exclusion n'est déjà dite que par une exclusion : aucune ne se perd. */
const estDejaDit = ({ code, effet }: MotifRecu, poses: readonly MotifPese[]): boolean =>
  effet === "EXCLUANT"
    ? poses.some((pose) => pose.code === code && pose.effet === effet)
    : BAREME.recalcules.includes(code) || poses.some((pose) => pose.code === code);

function relire({ code, effet, poids }: MotifRecu): MotifPese {
  if (effet === "EXCLUANT")
    return { code, libelle: TERMES_CONNUS.get(code)?.libelle ?? enClair(code), effet, poids: 0 };
  const terme = BAREME.annuaire[code];
  if (terme === undefined) return { code, libelle: enClair(code), effet, poids: 0 };
  const part = Math.min(Math.max(poids, 0), 1);
  return peser(code, terme, { part, precision: part < 1 ? "déclaration périmée, à confirmer" : undefined });
}

const TERMES_CONNUS: ReadonlyMap<string, Terme> = new Map(Object.entries({ ...BAREME.termes, ...BAREME.annuaire }));

const enClair = (code: string): string => `signalé par l'annuaire : ${code.toLowerCase().replaceAll("_", " ")}`;
