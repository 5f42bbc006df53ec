import type { Corrections } from "./corrections.ts";
import type { Parametres } from "./parametres.ts";
import type { Question } from "./question.ts";
import { ecrireReperes } from "./reperes.ts";

/** What an answer is worth: the family name complete, words whole, beginnings of words; then what had to be corrected. */
const SCORES = {
  nomEntier: 1,
  motsEntiers: 0.9,
  debutsDeMots: 0.8,
  uneFaute: 0.7,
  deuxFautes: 0.6,
  unMotDeTrop: 0.5,
  toutCorrige: 0.4,
} as const;

/**
 * SQL of the people whose name answers, among those whom the filter's marks leave: `demande`, then `nomme`, with their score.
 * A name taken as it was typed gives no more than `auPlus` of them, any of them, when that is said.
 */
export function ecrireNommes(
  { criteres, corrections }: Question,
  parametres: Parametres,
  auPlus: number | null = null,
): string {
  const qui = ["p.ferme_le is null", ...ecrireReperes(criteres.filtre, parametres)].join(" and ");
  return corrections === null
    ? telQuel(criteres.nom ?? "", qui, auPlus, parametres)
    : corrige(corrections, qui, parametres);
}

/** What is asked of a name: the beginnings of its words, its words whole, and these words. */
export function ecrireDemande(nom: string, { lier }: Parametres): string {
  const texte = `${lier(nom)}::text`;
  return `demande as materialized (
      select requete_de_nom(${texte}, true) as debuts, requete_de_nom(${texte}, false) as entiers,
             array(select mot from mots_demandes(${texte})) as mots
    )`;
}

/** The score of a name whose words are all whole, in SQL. */
export const SCORE_DES_MOTS_ENTIERS = `case when p.famille <@ demande.mots then ${SCORES.nomEntier} else ${SCORES.motsEntiers} end::float8`;
/** The score of a name of which a word is only a beginning. */
export const SCORE_DES_DEBUTS = SCORES.debutsDeMots;

/** The index gives the beginnings of words; whole words are told apart on what it found. */
function telQuel(nom: string, qui: string, auPlus: number | null, parametres: Parametres): string {
  return `${ecrireDemande(nom, parametres)},
    nomme as materialized (
      select p.id, p.nom, p.prenom,
             case when p.mots @@ demande.entiers then ${SCORE_DES_MOTS_ENTIERS} else ${SCORE_DES_DEBUTS}::float8 end as score
      from demande join professionnel p on p.mots @@ demande.debuts where ${qui} ${auPlus === null ? "" : `limit ${auPlus}`}
    )`;
}

/** « All corrected » holds whoever answers with one word corrected: the index is asked for that, and for a word too many. */
function corrige(
  { uneFaute, deuxFautes, unMotDeTrop, toutCorrige, candidats }: Corrections,
  qui: string,
  { lier }: Parametres,
): string {
  // « Is true » keeps a condition from the index.
  const repond =
    candidats === null
      ? "p.mots @@ demande.large"
      : `p.mots @@ ${lier(candidats)}::tsquery and (p.mots @@ demande.large) is true`;
  return `demande as materialized (
      select *, un_mot_de_trop || tout_corrige as large
      from (select ${lier(uneFaute)}::tsquery as une_faute, ${lier(deuxFautes)}::tsquery as deux_fautes,
                   ${lier(unMotDeTrop)}::tsquery as un_mot_de_trop, ${lier(toutCorrige)}::tsquery as tout_corrige) corrections
    ),
    nomme as materialized (
      select p.id, p.nom, p.prenom,
             case when p.mots @@ demande.une_faute then ${SCORES.uneFaute}
                  when p.mots @@ demande.deux_fautes then ${SCORES.deuxFautes}
                  when p.mots @@ demande.un_mot_de_trop then ${SCORES.unMotDeTrop} else ${SCORES.toutCorrige} end::float8 as score
      from demande join professionnel p on ${repond} where ${qui}
    )`;
}
