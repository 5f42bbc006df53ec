import type { Sql } from "@coordination/database";
import { type Corrections, corriger, type MotDemande } from "./corrections.ts";

/**
 * What a name may mean when nobody bears it as it was typed. Known words are never forgotten, and each is judged alone: what a
 * word may stand for today, it may still tomorrow, so that the pages of a walk follow from the same question.
 */
export async function findCorrections(sql: Sql, nom: string): Promise<Corrections> {
  const mots = await sql.query<MotDemande>(
    `select d.mot, d.formes, array(
       select m.mot from mot_de_nom m
       where (voisinage(m.mot) && voisinage(d.mot) or length(d.mot) > 5 and m.mot % d.mot) and m.mot <> d.mot) as voisins
     from formes_demandees($1) d order by d.rang`,
    [nom],
  );
  return corriger(mots);
}
