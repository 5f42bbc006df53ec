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
  const tous = [...poses.map((pose) => preciser(pose, motifs)), ...nouveaux];
  const ecarte = tous.some(({ effet }) => effet === "EXCLUANT");
  return retenu || ecarte ? tous : [...tous, motifDuBareme("ECARTE_PAR_L_ANNUAIRE")];
}

/** La source sait mieux dire ce qui manque (« la formation à l'administration des vaccins ») ; le poids reste le nôtre. */
const preciser = (pose: MotifPese, recus: readonly MotifRecu[]): MotifPese =>
  pose.code === "A_CONFIRMER" || pose.code === "EXIGENCE_NON_REMPLIE"
    ? { ...pose, libelle: recus.find(({ code }) => code === pose.code)?.libelle ?? pose.libelle }
    : pose;

/** Une exclusion n'est déjà dite que par une exclusion : aucune ne se perd. */
const estDejaDit = ({ code, effet }: MotifRecu, poses: readonly MotifPese[]): boolean =>
  effet === "EXCLUANT"
    ? poses.some((pose) => pose.code === code && pose.effet === effet)
    : BAREME.recalcules.includes(code) || poses.some((pose) => pose.code === code);

function relire({ code, libelle = enClair(code), effet, poids }: MotifRecu): MotifPese {
  const terme = BAREME.annuaire[code];
  if (effet === "EXCLUANT" || terme === undefined) return { code, libelle, effet, poids: 0 };
  const part = Math.min(Math.max(poids, 0), 1);
  return { ...peser(code, terme, { part }), libelle };
}

const TERMES_CONNUS: ReadonlyMap<string, Terme> = new Map(Object.entries({ ...BAREME.termes, ...BAREME.annuaire }));

const enClair = (code: string): string =>
  TERMES_CONNUS.get(code)?.libelle ?? `signalé par l'annuaire : ${code.toLowerCase().replaceAll("_", " ")}`;
