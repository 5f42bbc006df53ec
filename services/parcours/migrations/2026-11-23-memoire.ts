import type { Migration } from "@coordination/database";

/**
 * What earlier referrals, of every team, say of a candidate: verdicts and counts, nothing of who was referred. The instant of the
 * first answer is written by the row itself, whoever answers.
 */
export const memoire: Migration = {
  name: "2026-11-23-memoire",
  up: `
    alter table orientation add column repondue_le timestamptz;
    create function dater_la_reponse() returns trigger language plpgsql
      as $$ begin new.repondue_le := now(); return new; end $$;
    create trigger orientation_repondue before update on orientation for each row
      when (old.repondue_le is null and new.statut in ('ACCEPTEE', 'REFUSEE', 'EN_LISTE_ATTENTE') and new.statut <> old.statut)
      execute function dater_la_reponse();

    create index orientation_vers_situation on orientation (situation_id) where situation_id is not null;
    create index orientation_vers_structure on orientation (structure_id) where structure_id is not null;
    create index orientation_vers_equipe on orientation (equipe_id) where equipe_id is not null;

    -- Whoever accepted after having refused has changed their mind: the refusal says nothing any more. A referral that was cancelled,
    -- or withdrawn because another accepted, says nothing of its recipient.
    create function memoire_des_candidats(situations text[], structures text[], equipes text[], actes text[], commune text, depuis timestamptz)
      returns table (cle text, capacite_le timestamptz, hors_competence boolean, hors_territoire boolean,
                     closes int, acceptees int, delai_median_heures double precision)
      language sql stable security definer set search_path = parcours
      as $$
        with recues as (
          select 'SITUATION:' || situation_id as cle, o.* from parcours.orientation o where o.situation_id = any (situations)
          union all
          select 'STRUCTURE:' || structure_id, o.* from parcours.orientation o where o.structure_id = any (structures)
          union all
          select 'EQUIPE:' || equipe_id, o.* from parcours.orientation o where o.equipe_id = any (equipes)),
        dites as (
          select r.cle, r.envoyee_le, r.motif_refus, r.mis_a_jour_le, r.repondue_le,
            coalesce(r.repondue_le, r.repondre_avant, r.mis_a_jour_le) - r.envoyee_le as delai,
            r.statut in ('REFUSEE', 'DESISTEE') as refusee,
            r.statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE') as acceptee,
            r.statut in ('REFUSEE', 'DESISTEE', 'TERMINEE', 'SANS_REPONSE') and r.envoyee_le >= depuis as close,
            r.statut = 'TERMINEE' as menee,
            array(select jsonb_array_elements_text(r.apercu -> 'actes')) && actes as meme_acte,
            b.criteres ->> 'codeInsee' = commune as meme_commune
          from recues r join parcours.besoin b on b.id = r.besoin_id)
        select d.cle,
          case when max(d.mis_a_jour_le) filter (where d.refusee and d.motif_refus = 'CAPACITE_ATTEINTE')
                  > coalesce(max(d.repondue_le) filter (where d.acceptee), '-infinity')
               then max(d.mis_a_jour_le) filter (where d.refusee and d.motif_refus = 'CAPACITE_ATTEINTE') end,
          coalesce(max(d.mis_a_jour_le) filter (where d.refusee and d.motif_refus = 'HORS_COMPETENCE' and d.meme_acte)
            > coalesce(max(d.repondue_le) filter (where d.acceptee and d.meme_acte), '-infinity'), false),
          coalesce(max(d.mis_a_jour_le) filter (where d.refusee and d.motif_refus = 'HORS_TERRITOIRE' and d.meme_commune)
            > coalesce(max(d.repondue_le) filter (where d.acceptee and d.meme_commune), '-infinity'), false),
          (count(*) filter (where d.close))::int,
          (count(*) filter (where d.close and d.menee))::int,
          (extract(epoch from percentile_cont(0.5) within group (order by d.delai) filter (where d.close)) / 3600)::double precision
        from dites d group by d.cle $$;
  `,
};
