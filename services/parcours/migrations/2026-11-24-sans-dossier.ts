import type { Migration } from "@coordination/database";

/**
 * A need without a case: a light row of `dossier`, in the state HORS_DOSSIER, that nobody ever sees as a case. It has no number, no
 * demand and no DAC; `dac_id` names who holds it, a structure or a professional (their identifiers never look alike), so that
 * needs, referrals, consents, deadlines and the register follow the same rules. Who holds something is read from
 * `acteur_porteurs()`: the structures of the actor, and the professional that they are or act for.
 */
export const sansDossier: Migration = {
  name: "2026-11-24-sans-dossier",
  up: `
    alter table dossier
      add column tenu_par text not null default 'DAC' check (tenu_par in ('DAC', 'STRUCTURE', 'PROFESSIONNEL')),
      alter column numero drop not null,
      alter column demande_chiffree drop not null,
      alter column demandeur_nature drop not null,
      alter column autres_acteurs drop not null,
      add constraint dossier_ou_hors_dossier check (
        case when statut = 'HORS_DOSSIER'
          then num_nonnulls(numero, demande_chiffree, demandeur_nature, autres_acteurs, niveau_appui, referent_id, motif_cloture, relais_id) = 0
          else tenu_par = 'DAC' and num_nulls(numero, demande_chiffree, demandeur_nature, autres_acteurs) = 0 end);
    comment on column dossier.dac_id is 'Who holds it: the DAC of a case; outside a case, a structure or a professional, as tenu_par says.';
    comment on column orientation.dac_id is 'Who sent it, as dossier.dac_id.';

    create function acteur_porteurs() returns text[] language sql stable
      as $$ select array_remove(coalesce(parcours.acteur_structures(), '{}') || parcours.acteur_professionnel(), null) $$;

    drop policy dossier_lire on dossier;
    create policy dossier_lire on dossier for select
      using (dac_id = any (acteur_porteurs()) or cree_par = acteur_sub() and statut <> 'HORS_DOSSIER');
    drop policy dossier_ouvrir on dossier;
    create policy dossier_ouvrir on dossier for insert
      with check (cree_par = acteur_sub() and (statut <> 'HORS_DOSSIER' or dac_id = any (acteur_porteurs())));
    drop policy dossier_tenir on dossier;
    create policy dossier_tenir on dossier for update using (dac_id = any (acteur_porteurs()));

    drop policy usager_tenir on usager;
    create policy usager_tenir on usager for update using (exists (
      select from dossier d where d.usager_id = usager.id and d.dac_id = any (acteur_porteurs())));
    drop policy besoin_equipe on besoin;
    create policy besoin_equipe on besoin using (exists (
      select from dossier d where d.id = besoin.dossier_id and d.dac_id = any (acteur_porteurs())));
    drop policy orientation_emetteur on orientation;
    create policy orientation_emetteur on orientation using (dac_id = any (acteur_porteurs()));
    drop policy cascade_equipe on cascade_en_attente;
    create policy cascade_equipe on cascade_en_attente using (exists (
      select from dossier d where d.id = cascade_en_attente.dossier_id and d.dac_id = any (acteur_porteurs())));
    drop policy trace_acces_lire on trace_acces;
    create policy trace_acces_lire on trace_acces for select using (exists (
      select from dossier d where d.id = trace_acces.dossier_id and d.dac_id = any (acteur_porteurs())));

    drop policy consentement_lire on consentement;
    create policy consentement_lire on consentement for select using (dossier_id in (select mes_cercles()) or exists (
      select from dossier d where d.id = consentement.dossier_id and d.dac_id = any (acteur_porteurs())));
    drop policy consentement_recueillir on consentement;
    create policy consentement_recueillir on consentement for insert with check (exists (
      select from dossier d where d.id = consentement.dossier_id and d.dac_id = any (acteur_porteurs())));
    drop policy consentement_tenir on consentement;
    create policy consentement_tenir on consentement for update using (exists (
      select from dossier d where d.id = consentement.dossier_id and d.dac_id = any (acteur_porteurs())));

    drop policy message_d_envoi_lire on message_d_envoi;
    create policy message_d_envoi_lire on message_d_envoi for select using (exists (
      select from orientation o where o.diffusion = message_d_envoi.diffusion
        and (o.dac_id = any (acteur_porteurs())
             or partage_permis(o.dossier_id, acteur_professionnel(), acteur_structures(), o.equipe_id)
                and (o.statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE')
                     or est_membre(o.dossier_id, acteur_professionnel(), acteur_structures())))));
    drop policy message_d_envoi_joindre on message_d_envoi;
    create policy message_d_envoi_joindre on message_d_envoi for insert with check (exists (
      select from orientation o where o.diffusion = message_d_envoi.diffusion and o.dac_id = any (acteur_porteurs())));
    drop policy prescription_d_envoi_lire on prescription_d_envoi;
    create policy prescription_d_envoi_lire on prescription_d_envoi for select using (exists (
      select from orientation o where o.diffusion = prescription_d_envoi.diffusion
        and (o.dac_id = any (acteur_porteurs()) or o.statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE')
             or est_membre(o.dossier_id, acteur_professionnel(), acteur_structures()))));
    drop policy prescription_d_envoi_nommer on prescription_d_envoi;
    create policy prescription_d_envoi_nommer on prescription_d_envoi for insert with check (exists (
      select from orientation o where o.diffusion = prescription_d_envoi.diffusion and o.dac_id = any (acteur_porteurs())));
    drop policy reference_externe_emetteur on reference_externe;
    create policy reference_externe_emetteur on reference_externe using (cote = 'EMETTEUR' and exists (
      select from orientation o where o.diffusion = reference_externe.cible and o.dac_id = any (acteur_porteurs())));

    -- Who refers someone without a case tells no team that they do, and is told of none.
    create or replace function doublons_possibles(voulu uuid) returns table (dac_id text, nombre bigint)
      language sql stable security definer set search_path = parcours
      as $$ select d.dac_id, count(*)
            from parcours.dossier vu join parcours.usager u on u.id = vu.usager_id
            join parcours.usager autre on autre.id <> u.id
              and (autre.empreinte_identite = u.empreinte_identite or autre.empreinte_ins = u.empreinte_ins)
            join parcours.dossier d on d.usager_id = autre.id
            where vu.id = voulu and vu.dac_id = any (parcours.acteur_structures())
              and vu.statut <> 'HORS_DOSSIER' and d.statut <> 'HORS_DOSSIER'
            group by d.dac_id order by d.dac_id $$;

    create or replace function faits_de_partage(vises uuid[])
      returns table (dossier_id uuid, usager_id uuid, dac_id text, membres jsonb, consentements jsonb)
      language sql stable security definer set search_path = parcours
      as $$
        select d.id, d.usager_id, d.dac_id,
          (select coalesce(jsonb_agg(jsonb_build_object('professionnelId', m.professionnel_id, 'structureId', m.structure_id,
             'depuis', m.depuis, 'jusquA', m.jusqu_a)), '[]') from parcours.membre_cercle m where m.dossier_id = d.id),
          (select coalesce(jsonb_agg(jsonb_build_object('nature', c.nature, 'statut', c.statut, 'destinataires', c.destinataires,
             'recueilliLe', c.recueilli_le, 'retireLe', c.retire_le)), '[]') from parcours.consentement c where c.dossier_id = d.id)
        from parcours.dossier d
        where d.id = any (vises)
          and (d.dac_id = any (parcours.acteur_porteurs())
               or d.id in (select parcours.mes_cercles())
               or exists (select from parcours.orientation o where o.dossier_id = d.id
                          and (o.destinataire_structure_id = any (parcours.acteur_structures())
                               or o.destinataire_professionnel_id = parcours.acteur_professionnel()))) $$;

    -- There is no case to open in an emergency, nor one to hand over.
    create or replace function briser_la_glace(nouveau uuid, vise uuid, du timestamptz, au timestamptz) returns text
      language sql security definer set search_path = parcours
      as $$
        with pose as (
          insert into parcours.bris_de_glace (id, dossier_id, acteur_sub, depuis, jusqu_a)
          select nouveau, d.id, parcours.acteur_sub(), du, au from parcours.dossier d
          where d.id = vise and d.statut <> 'HORS_DOSSIER' and parcours.acteur_sub() is not null
          returning dossier_id)
        select d.dac_id from parcours.dossier d join pose on pose.dossier_id = d.id $$;
    create or replace function transferer(vise uuid, nouveau text) returns boolean
      language plpgsql security definer set search_path = parcours
      as $$
        begin
          update parcours.dossier set dac_id = nouveau, referent_id = null
            where id = vise and statut <> 'HORS_DOSSIER' and dac_id = any (parcours.acteur_structures());
          if not found then return false; end if;
          update parcours.orientation set dac_id = nouveau where dossier_id = vise;
          return true;
        end $$;
  `,
};
