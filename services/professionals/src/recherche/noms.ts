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

/** SQL of the people whose name answers, among those whom the filter's marks leave: `demande`, then `nomme`, with their score. */
export function ecrireNommes({ criteres, corrections }: Question, parametres: Parametres): string {
  const qui = ["p.ferme_le is null", ...ecrireReperes(criteres.filtre, parametres)].join(" and ");
  return corrections === null ? telQuel(criteres.nom ?? "", qui, parametres) : corrige(corrections, qui, parametres);
}

/** The index gives the beginnings of words; whole words are told apart on what it found. */
function telQuel(nom: string, qui: string, { lier }: Parametres): string {
  const texte = `${lier(nom)}::text`;
  return `demande as materialized (
      select requete_de_nom(${texte}, true) as debuts, requete_de_nom(${texte}, false) as entiers,
             array(select mot from mots_demandes(${texte})) as mots
    ),
    nomme as materialized (
      select p.id, p.nom, p.prenom,
             case when not p.mots @@ demande.entiers then ${SCORES.debutsDeMots}
                  when p.famille <@ demande.mots then ${SCORES.nomEntier} else ${SCORES.motsEntiers} end::float8 as score
      from demande join professionnel p on p.mots @@ demande.debuts where ${qui}
    )`;
}

/** « All corrected » holds whoever answers with one word corrected: the index is asked for that, and for a word too many. */
function corrige(
  { uneFaute, deuxFautes, unMotDeTrop, toutCorrige }: Corrections,
  qui: string,
  { lier }: Parametres,
): string {
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
      from demande join professionnel p on p.mots @@ demande.large where ${qui}
    )`;
}
