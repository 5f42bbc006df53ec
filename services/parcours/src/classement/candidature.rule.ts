import { comparerTextes, type MotifPese, motifDuBareme, scoreDe } from "./motif.ts";
import { type Cible, type Demande, estRetenue, type Voie } from "./voie.ts";

/** Une cible, une seule fois dans la liste, avec tout ce qui parle pour ou contre elle. */
export interface Candidature {
  readonly cle: string;
  readonly cible: Cible;
  readonly possibilite: string | null;
  readonly distanceKm: number | null;
  readonly complementaire: boolean;
  readonly retenue: boolean;
  readonly demandes: readonly Demande[];
  readonly motifs: readonly MotifPese[];
  readonly score: number;
}

/**
 * Réunit les voies d'une même cible : la meilleure donne le rang, les autres s'ajoutent comme raisons.
 * @param ordreDesTextes les possibilités dans l'ordre du catalogue : leurs identifiants, aléatoires, n'en donnent aucun
 */
export function reunir(voies: readonly Voie[], ordreDesTextes: readonly string[]): Candidature[] {
  const parCible = Map.groupBy(voies, ({ cible }) => `${cible.genre}:${cible.id}`);
  return [...parCible].map(([cle, groupe]) => {
    const [meilleure, ...autres] = groupe.toSorted(laMeilleureDAbord(ordreDesTextes));
    if (meilleure === undefined) throw new RangeError("Une cible sans voie.");
    return candidature(cle, meilleure, autres);
  });
}

function candidature(cle: string, meilleure: Voie, autres: readonly Voie[]): Candidature {
  const retenue = estRetenue(meilleure);
  const motifs = sansRepetition([
    ...meilleure.motifs,
    ...(retenue ? autresRaisons(meilleure, autres) : exclusionsDe(autres)),
  ]);
  const ouvertes = [meilleure, ...autres.filter((voie) => estRetenue(voie) === retenue)];
  return {
    cle,
    cible: meilleure.cible,
    possibilite: meilleure.possibilite,
    distanceKm: meilleure.distanceKm,
    complementaire: meilleure.complementaire,
    retenue,
    demandes: [...new Map(ouvertes.map(({ demande }) => [demande.cle, demande])).values()],
    motifs,
    score: scoreDe(motifs),
  };
}

/** Retenue d'abord, puis le score ; le reste ne sert qu'à ne pas dépendre de l'ordre d'arrivée. */
const laMeilleureDAbord =
  (ordreDesTextes: readonly string[]) =>
  (une: Voie, autre: Voie): number =>
    Number(estRetenue(autre)) - Number(estRetenue(une)) ||
    scoreDe(autre.motifs) - scoreDe(une.motifs) ||
    comparerTextes(une.demande.cle, autre.demande.cle) ||
    comparerTextes(signature(une), signature(autre)) ||
    ordreDesTextes.indexOf(une.possibilite ?? "") - ordreDesTextes.indexOf(autre.possibilite ?? "") ||
    comparerTextes(une.possibilite ?? "", autre.possibilite ?? "");

const signature = ({ distanceKm, motifs }: Voie): string =>
  [distanceKm, ...motifs.map(({ code, effet, libelle }) => `${code} ${effet} ${libelle}`)].join("\n");

/** Répondre à deux demandes d'un coup vaut quelques points, une fois ; deux titres pour la même demande n'ajoutent rien. */
function autresRaisons(meilleure: Voie, autres: readonly Voie[]): MotifPese[] {
  const ouvertes = autres.filter(estRetenue);
  const ailleurs = ouvertes.filter(({ demande }) => demande.cle !== meilleure.demande.cle);
  const autrement = ouvertes.filter(({ demande }) => demande.cle === meilleure.demande.cle);
  return [
    ...(ailleurs.length > 0
      ? [motifDuBareme("AUTRE_DEMANDE_COUVERTE", { precision: enumerer(ailleurs.map(correspondance)) })]
      : []),
    ...(autrement.length > 0
      ? [motifDuBareme("AUTRE_FONDEMENT", { precision: enumerer(autrement.map(correspondance)) })]
      : []),
  ];
}

const exclusionsDe = (voies: readonly Voie[]): MotifPese[] =>
  voies.flatMap(({ motifs }) => motifs.filter(({ effet }) => effet === "EXCLUANT"));

/** La raison pour laquelle une voie existe : son premier motif, par construction. */
const correspondance = ({ motifs: [premier], demande }: Voie): string => premier?.libelle ?? demande.libelle;

const enumerer = (phrases: readonly string[]): string => [...new Set(phrases)].toSorted(comparerTextes).join(" ; ");

const sansRepetition = (motifs: readonly MotifPese[]): MotifPese[] => [
  ...new Map(motifs.map((motif) => [`${motif.code} ${motif.effet} ${motif.libelle}`, motif])).values(),
];
