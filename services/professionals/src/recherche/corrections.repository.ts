import type { Sql } from "@coordination/database";
import { type Corrections, corriger, type MotDemande } from "./corrections.ts";

/** Enough letters in common, and nearly as many: the faults themselves are counted afterwards. */
const RESSEMBLE = "m.mot % d.mot and m.mot <> d.mot and abs(length(m.mot) - length(d.mot)) <= 2";

/**
 * What a name may mean when nobody bears it as it was typed. Known words are never forgotten, and each is judged alone: what a
 * word may stand for today, it may still tomorrow, so that the pages of a walk follow from the same question.
 */
export async function findCorrections(sql: Sql, nom: string): Promise<Corrections> {
  const mots = await sql.query<MotDemande>(
    // Three indexes, each read for itself: together, the neighbourhood of every word that looks alike would be written again.
    // « { » comes after every letter: a form that begins no word is told from the others by the order of the words.
    `select d.mot, array(select forme from unnest(d.formes) forme
       where exists (select from mot_de_nom m where m.mot >= forme and m.mot < forme || '{')) as formes, array(
       select m.mot from mot_de_nom m where voisinage(m.mot) && autour.mots and m.mot <> d.mot
       union
       select m.mot from mot_de_nom m where length(d.mot) between 6 and 9 and length(m.mot) <= 11 and ${RESSEMBLE}
       union
       select m.mot from mot_de_nom m where length(d.mot) > 9 and ${RESSEMBLE}) as voisins
     from formes_demandees($1) d cross join lateral (select voisinage(d.mot) as mots offset 0) autour order by d.rang`,
    [nom],
  );
  return corriger(mots);
}
