import type { Sql } from "@coordination/database";
import type { MemoireDUneCible } from "../classement/memoire.rule.ts";

/** Of whom, for which need, and since when reactivity is measured. */
export interface MemoireDemandee {
  readonly situations: readonly string[];
  readonly structures: readonly string[];
  readonly equipes: readonly string[];
  readonly actes: readonly string[];
  readonly codeInsee: string;
  readonly depuis: Date;
}

/** What earlier referrals say of these candidates, in one statement; those who never received one are absent. */
export const findMemoire = (
  sql: Sql,
  { situations, structures, equipes, actes, codeInsee, depuis }: MemoireDemandee,
): Promise<(MemoireDUneCible & { readonly cle: string })[]> =>
  sql.query(
    `select cle, capacite_le as "capaciteLe", hors_competence as "horsCompetence", hors_territoire as "horsTerritoire",
            closes, acceptees, delai_median_heures as "delaiMedianHeures"
     from memoire_des_candidats($1::text[], $2::text[], $3::text[], $4::text[], $5, $6)`,
    [situations, structures, equipes, actes, codeInsee, depuis.toISOString()],
  );

/** The professionals and structures that follow the person of a case now: its circle, and who has accepted. */
export async function findCercle(sql: Sql, dossierId: string, maintenant: Date): Promise<string[]> {
  const lignes = await sql.query<{ id: string }>(
    `select coalesce(m.professionnel_id, m.structure_id) as id from membre_cercle m
     where m.dossier_id = $1 and m.depuis <= $2 and (m.jusqu_a is null or m.jusqu_a > $2)
       and num_nonnulls(m.professionnel_id, m.structure_id) = 1
     union
     select coalesce(o.destinataire_professionnel_id, o.structure_id, o.equipe_id) from orientation o
     where o.dossier_id = $1 and o.statut in ('ACCEPTEE', 'PRISE_EN_CHARGE')`,
    [dossierId, maintenant.toISOString()],
  );
  return lignes.map(({ id }) => id);
}

/** Which of these activities are this professional's, as the referrals made to them say. */
export async function findSituationsDe(
  sql: Sql,
  professionnelId: string,
  situations: readonly string[],
): Promise<string[]> {
  const lignes = await sql.query<{ id: string }>(
    `select distinct situation_id as id from orientation
     where situation_id = any($1::text[]) and destinataire_professionnel_id = $2`,
    [situations, professionnelId],
  );
  return lignes.map(({ id }) => id);
}
