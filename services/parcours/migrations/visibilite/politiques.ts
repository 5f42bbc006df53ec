/** The functions and row-level policies of the migration `2026-11-22-visibilite`. */
export const politiquesDeVisibilite = `
    create function est_membre(vise uuid, professionnel text, structures text[]) returns boolean
      language sql stable security definer set search_path = parcours
      as $$ select exists (
        select from parcours.membre_cercle m
        where m.dossier_id = vise and m.depuis <= now() and (m.jusqu_a is null or m.jusqu_a > now())
          and (m.professionnel_id = professionnel or m.structure_id = any (structures))) $$;

    -- The person's last word about this reader: true is yes, false is no, null is none. A no without recipients is for all.
    create function derniere_parole(vise uuid, professionnel text, structures text[], equipe text, natures text[]) returns boolean
      language sql stable security definer set search_path = parcours
      as $$
        select c.statut = 'DONNE' from parcours.consentement c
        where c.dossier_id = vise and c.nature = any (natures) and c.recueilli_le <= now()
          and (exists (select from jsonb_array_elements(c.destinataires) d
                       where d ->> 'professionnelId' = professionnel or d ->> 'structureId' = any (structures)
                          or d ->> 'equipeId' = equipe)
               or jsonb_array_length(c.destinataires) = 0
                  and (c.statut <> 'DONNE' or parcours.est_membre(vise, professionnel, structures)))
        order by coalesce(c.retire_le, c.recueilli_le) desc, c.statut = 'DONNE' limit 1 $$;

    create function partage_permis(vise uuid, professionnel text, structures text[], equipe text) returns boolean
      language sql stable security definer set search_path = parcours
      as $$
        select coalesce(parcours.derniere_parole(vise, professionnel, structures, equipe,
                                                 array['NON_OPPOSITION', 'CONSENTEMENT_PREALABLE']), true)
          and (parcours.est_membre(vise, professionnel, structures)
               or coalesce(parcours.derniere_parole(vise, professionnel, structures, equipe, array['CONSENTEMENT_PREALABLE']), false)
               or exists (select from parcours.consentement c where c.dossier_id = vise
                          and c.nature = 'PERSONNE_HORS_D_ETAT' and c.statut = 'DONNE' and c.recueilli_le <= now())) $$;

    -- The cases that the actor's circle membership opens now.
    create function mes_cercles() returns setof uuid
      language sql stable security definer set search_path = parcours
      as $$
        select m.dossier_id from parcours.membre_cercle m
        where (m.professionnel_id = parcours.acteur_professionnel() or m.structure_id = any (parcours.acteur_structures()))
          and m.depuis <= now() and (m.jusqu_a is null or m.jusqu_a > now())
          and coalesce(parcours.derniere_parole(m.dossier_id, parcours.acteur_professionnel(), parcours.acteur_structures(),
                                                null, array['NON_OPPOSITION', 'CONSENTEMENT_PREALABLE']), true) $$;

    create function mes_bris_de_glace() returns setof uuid
      language sql stable security definer set search_path = parcours
      as $$ select b.dossier_id from parcours.bris_de_glace b
            where b.acteur_sub = parcours.acteur_sub() and b.depuis <= now() and b.jusqu_a > now() $$;

    -- True for a person whom a referral that the actor has accepted is about, while a basis stands.
    create function personne_confiee(vise uuid) returns boolean
      language sql stable security definer set search_path = parcours
      as $$ select exists (
        select from parcours.orientation o join parcours.dossier d on d.id = o.dossier_id
        where d.usager_id = vise
          and (o.destinataire_structure_id = any (parcours.acteur_structures())
               or o.destinataire_professionnel_id = parcours.acteur_professionnel())
          and o.statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE')
          and parcours.partage_permis(d.id, parcours.acteur_professionnel(), parcours.acteur_structures(), o.equipe_id)) $$;

    -- What the basis of a disclosure is computed from; for who is a party to the case, and no one else.
    create function faits_de_partage(vises uuid[])
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
          and (d.dac_id = any (parcours.acteur_structures())
               or d.id in (select parcours.mes_cercles())
               or exists (select from parcours.orientation o where o.dossier_id = d.id
                          and (o.destinataire_structure_id = any (parcours.acteur_structures())
                               or o.destinataire_professionnel_id = parcours.acteur_professionnel()))) $$;

    -- The DAC to warn, or null when there is no such case.
    create function briser_la_glace(nouveau uuid, vise uuid, du timestamptz, au timestamptz) returns text
      language sql security definer set search_path = parcours
      as $$
        with pose as (
          insert into parcours.bris_de_glace (id, dossier_id, acteur_sub, depuis, jusqu_a)
          select nouveau, d.id, parcours.acteur_sub(), du, au from parcours.dossier d
          where d.id = vise and parcours.acteur_sub() is not null
          returning dossier_id)
        select d.dac_id from parcours.dossier d join pose on pose.dossier_id = d.id $$;

    -- The case follows to another team, with its referrals and without its referent: only its own team may send it.
    create function transferer(vise uuid, nouveau text) returns boolean
      language plpgsql security definer set search_path = parcours
      as $$
        begin
          update parcours.dossier set dac_id = nouveau, referent_id = null
            where id = vise and dac_id = any (parcours.acteur_structures());
          if not found then return false; end if;
          update parcours.orientation set dac_id = nouveau where dossier_id = vise;
          return true;
        end $$;

    -- Where the chains of these cases end: a reader may add a line to a register that they do not read.
    create function fins_de_chaine(vises uuid[]) returns table (dossier_id uuid, empreinte text)
      language sql stable security definer set search_path = parcours
      as $$ select distinct on (t.dossier_id) t.dossier_id, t.empreinte from parcours.trace_acces t
            where t.dossier_id = any (vises) order by t.dossier_id, t.id desc $$;

    create policy dossier_cercle on dossier for select using (id in (select mes_cercles()));
    create policy dossier_bris_de_glace on dossier for select using (id in (select mes_bris_de_glace()));
    create policy usager_confie on usager for select using (personne_confiee(id));

    drop policy trace_acces_vue on trace_acces;
    create policy trace_acces_lire on trace_acces for select using (exists (
      select from dossier d where d.id = trace_acces.dossier_id and d.dac_id = any (acteur_structures())));
    create policy trace_acces_noter on trace_acces for insert with check (acteur ->> 'sub' = acteur_sub());

    -- No policy lets anyone delete: nothing of a circle or of a consent is erased.
    alter table membre_cercle enable row level security;
    create policy membre_cercle_lire on membre_cercle for select using (dossier_id in (select mes_cercles()) or exists (
      select from dossier d where d.id = membre_cercle.dossier_id and d.dac_id = any (acteur_structures())));
    create policy membre_cercle_inviter on membre_cercle for insert with check (exists (
      select from dossier d where d.id = membre_cercle.dossier_id and d.dac_id = any (acteur_structures())));
    create policy membre_cercle_tenir on membre_cercle for update using (exists (
      select from dossier d where d.id = membre_cercle.dossier_id and d.dac_id = any (acteur_structures())));
    alter table consentement enable row level security;
    create policy consentement_lire on consentement for select using (dossier_id in (select mes_cercles()) or exists (
      select from dossier d where d.id = consentement.dossier_id and d.dac_id = any (acteur_structures())));
    create policy consentement_recueillir on consentement for insert with check (exists (
      select from dossier d where d.id = consentement.dossier_id and d.dac_id = any (acteur_structures())));
    create policy consentement_tenir on consentement for update using (exists (
      select from dossier d where d.id = consentement.dossier_id and d.dac_id = any (acteur_structures())));
    alter table concertation enable row level security;
    create policy concertation_equipe on concertation using (exists (
      select from dossier d where d.id = concertation.dossier_id and d.dac_id = any (acteur_structures())));
    alter table message_nominatif enable row level security;
    create policy message_nominatif_lire on message_nominatif for select using (exists (
      select from orientation o where o.id = message_nominatif.orientation_id
        and (o.dac_id = any (acteur_structures())
             or partage_permis(o.dossier_id, acteur_professionnel(), acteur_structures(), o.equipe_id)
                and (o.statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE')
                     or est_membre(o.dossier_id, acteur_professionnel(), acteur_structures())))));
    create policy message_nominatif_joindre on message_nominatif for insert with check (exists (
      select from orientation o where o.id = message_nominatif.orientation_id and o.dac_id = any (acteur_structures())));
    -- Read and written through the functions alone.
    alter table bris_de_glace enable row level security;
`;
