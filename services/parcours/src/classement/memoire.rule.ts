import { MEMOIRE } from "./bareme.ts";
import { type MotifPese, motifDuBareme } from "./motif.ts";
import type { ReseauDuMedecin } from "./reseau.rule.ts";
import type { Cible } from "./voie.ts";

/** Comment une cible a répondu, sur ses orientations closes. */
export interface Reactivite {
  /** De 0 à 1. */
  readonly tauxAcceptation: number;
  readonly delaiMedianHeures: number;
}

/** Ce que les orientations passées, de toutes les équipes, disent d'une cible. */
export interface MemoireDUneCible {
  /** Le dernier refus faute de place, qu'aucune acceptation n'a suivi. */
  readonly capaciteLe: string | null;
  readonly horsCompetence: boolean;
  readonly horsTerritoire: boolean;
  readonly closes: number;
  readonly acceptees: number;
  readonly delaiMedianHeures: number | null;
}

/** Ce que le classement sait d'autre que l'annuaire ; vide, il ne change rien. */
export interface MemoireDuClassement {
  readonly maintenant: Date;
  readonly parCible: ReadonlyMap<string, MemoireDUneCible>;
  /** Vrai quand le lecteur a droit à la réactivité de cette cible. */
  readonly litLaReactivite: (cible: Cible) => boolean;
  /** Les professionnels et les structures qui suivent déjà la personne. */
  readonly cercle: ReadonlySet<string>;
  /** `null` : aucun médecin traitant connu, ou rien de connu de lui. */
  readonly reseau: ReseauDuMedecin | null;
}

export const SANS_MEMOIRE: MemoireDuClassement = {
  maintenant: new Date(0),
  parCible: new Map(),
  litLaReactivite: () => false,
  cercle: new Set(),
  reseau: null,
};

/** Par quoi une cible se retrouve dans la mémoire. */
export const cleDeLaCible = ({ genre, id }: Cible): string => `${genre}:${id}`;

const UN_JOUR_MS = 86_400_000;

/**
 * Ce que la mémoire ajoute aux raisons d'une cible. Source des conséquences d'un refus : l'énoncé du besoin (issue 5) ; aucun texte
 * ne les fixe.
 * @param siens ce qui désigne la cible au cercle : elle-même, son professionnel, sa structure quand elle vaut pour lui
 */
export function motifsDeMemoire(cible: Cible, siens: readonly string[], memoire: MemoireDuClassement): MotifPese[] {
  const faits = memoire.parCible.get(cleDeLaCible(cible));
  const reactivite = reactiviteLue(cible, memoire);
  return [
    ...(faits !== undefined && ecarteFauteDePlace(faits, memoire.maintenant)
      ? [motifDuBareme("CAPACITE_ATTEINTE")]
      : []),
    ...(faits?.horsCompetence ? [motifDuBareme("HORS_COMPETENCE")] : []),
    ...(faits?.horsTerritoire ? [motifDuBareme("HORS_TERRITOIRE")] : []),
    ...(siens.some((id) => memoire.cercle.has(id)) ? [motifDuBareme("DEJA_AU_CERCLE")] : []),
    ...(reactivite === null ? [] : [motifDuBareme("REACTIVITE", nuance(reactivite))]),
  ];
}

/** La réactivité que ce lecteur peut lire ; nulle en dessous du nombre d'orientations closes qu'il faut pour en parler. */
export function reactiviteLue(cible: Cible, { parCible, litLaReactivite }: MemoireDuClassement): Reactivite | null {
  const faits = parCible.get(cleDeLaCible(cible));
  return faits === undefined || !litLaReactivite(cible) ? null : reactiviteDe(faits);
}

/** Nulle en dessous de cinq orientations closes : trop peu n'est pas une habitude, et désignerait quelqu'un. */
export const reactiviteDe = ({
  closes,
  acceptees,
  delaiMedianHeures,
}: Pick<MemoireDUneCible, "closes" | "acceptees" | "delaiMedianHeures">): Reactivite | null =>
  closes < MEMOIRE.closesMinimum || delaiMedianHeures === null
    ? null
    : { tauxAcceptation: acceptees / closes, delaiMedianHeures: Math.round(delaiMedianHeures * 10) / 10 };

const ecarteFauteDePlace = ({ capaciteLe }: MemoireDUneCible, maintenant: Date): boolean =>
  capaciteLe !== null && maintenant.getTime() - Date.parse(capaciteLe) < MEMOIRE.joursDEcartApresCapacite * UN_JOUR_MS;

const nuance = ({ tauxAcceptation, delaiMedianHeures }: Reactivite) => ({
  precision: `${Math.round(tauxAcceptation * 100)} % d'acceptations, ${Math.round(delaiMedianHeures)} h pour répondre`,
  part: tauxAcceptation * 2 ** (-delaiMedianHeures / MEMOIRE.demiDelaiHeures),
});
