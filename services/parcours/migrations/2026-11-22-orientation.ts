import type { Migration } from "@coordination/database";

/**
 * Referrals. What a receiver may read before agreeing (`apercu`, `message_anonyme`) is apart from the rest: nothing of it
 * names the person. A receiver sees the referrals made to them and nothing of the case.
 */
export const orientation: Migration = {
  name: "2026-11-22-orientation",
  up: `
    create function acteur_professionnel() returns text language sql stable
      as $$ select nullif(current_setting('parcours.professionnel', true), '') $$;

    create table orientation (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      besoin_id uuid not null references besoin,
      -- The referrals sent together.
      diffusion uuid not null,
      nature text not null check (nature in ('PRISE_EN_CHARGE', 'AVIS_EXPERT', 'DEMANDE_APPUI', 'MISE_EN_RELATION')),
      statut text not null,
      version int not null default 1,
      urgence text not null,
      apercu jsonb not null,
      message_anonyme text,
      emetteur jsonb not null,
      dac_id text not null,
      situation_id text,
      structure_id text,
      equipe_id text,
      -- Who answers for it: the place's people, and the person.
      destinataire_structure_id text,
      destinataire_professionnel_id text,
      motif_refus text,
      issue text,
      synthese text,
      rendez_vous_le timestamptz,
      delai_jours int check (delai_jours >= 0),
      envoyee_le timestamptz not null,
      mis_a_jour_le timestamptz not null default now(),
      check (num_nonnulls(situation_id, structure_id, equipe_id) = 1),
      check (num_nonnulls(destinataire_structure_id, destinataire_professionnel_id) > 0)
    );
    create index orientation_besoin on orientation (besoin_id, envoyee_le);
    create index orientation_diffusion on orientation (diffusion);
    create index orientation_recue_structure on orientation (destinataire_structure_id, mis_a_jour_le desc, id);
    create index orientation_recue_personne on orientation (destinataire_professionnel_id, mis_a_jour_le desc, id);
    create index orientation_emise on orientation (dac_id, mis_a_jour_le desc, id);

    create table echange (
      id uuid primary key,
      orientation_id uuid not null references orientation,
      auteur jsonb not null,
      texte text not null,
      le timestamptz not null default now()
    );
    create index echange_orientation on echange (orientation_id, le);

    alter table orientation enable row level security;
    create policy orientation_emetteur on orientation using (dac_id = any (acteur_structures()));
    create policy orientation_destinataire on orientation for select using (
      destinataire_structure_id = any (acteur_structures()) or destinataire_professionnel_id = acteur_professionnel());
    create policy orientation_repondre on orientation for update using (
      destinataire_structure_id = any (acteur_structures()) or destinataire_professionnel_id = acteur_professionnel());
    alter table echange enable row level security;
    create policy echange_vu on echange using (exists (select from orientation o where o.id = echange.orientation_id));

    -- A receiver's answer is part of a story that they do not read.
    drop policy evenement_vu on evenement;
    create policy evenement_lire on evenement for select using (exists (select from dossier d where d.id = evenement.dossier_id));
    create policy evenement_noter on evenement for insert with check (acteur_sub() is not null);
    drop policy a_publier_vu on a_publier;
    create policy a_publier_lire on a_publier for select using (exists (select from dossier d where d.id = a_publier.dossier_id));
    create policy a_publier_noter on a_publier for insert with check (acteur_sub() is not null);

    -- The first to accept wins: the others of the broadcast, which the winner may not see, are withdrawn with it. The rows
    -- are held in one order, so that two who accept together never wait for each other. False when another one won before.
    create function emporter(gagnante uuid) returns boolean
      language plpgsql security definer set search_path = parcours
      as $$
        declare envoi uuid;
        begin
          select diffusion into envoi from parcours.orientation where id = gagnante
            and (destinataire_structure_id = any (parcours.acteur_structures()) or destinataire_professionnel_id = parcours.acteur_professionnel());
          if envoi is null then return false; end if;
          perform 1 from parcours.orientation where diffusion = envoi order by id for update;
          if exists (select from parcours.orientation where diffusion = envoi and id <> gagnante
                     and statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE')) then
            return false;
          end if;
          update parcours.orientation set statut = 'RETIREE', version = version + 1, mis_a_jour_le = now()
            where diffusion = envoi and id <> gagnante
              and statut in ('ENVOYEE', 'RECUE', 'COMPLEMENT_DEMANDE', 'EN_LISTE_ATTENTE');
          return true;
        end $$;

    -- The one who had accepted withdraws: those whom they had pushed aside are asked again.
    create function rouvrir_diffusion(desistee uuid) returns void
      language sql security definer set search_path = parcours
      as $$
        update parcours.orientation o set statut = 'ENVOYEE', version = o.version + 1, mis_a_jour_le = now()
        from parcours.orientation sienne
        where sienne.id = desistee and o.diffusion = sienne.diffusion and o.id <> sienne.id and o.statut = 'RETIREE'
          and (sienne.destinataire_structure_id = any (parcours.acteur_structures())
               or sienne.destinataire_professionnel_id = parcours.acteur_professionnel()) $$;

    -- Where a need stands follows from its referrals, whoever answered.
    create function suivre_besoin(orientee uuid) returns void
      language sql security definer set search_path = parcours
      as $$
        update parcours.besoin b set version = b.version + 1, mis_a_jour_le = now(), statut = s.statut
        from (
          select o.besoin_id, case
            when bool_or(o.statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE')) then 'COUVERT'
            when bool_or(o.statut in ('ENVOYEE', 'RECUE', 'COMPLEMENT_DEMANDE', 'EN_LISTE_ATTENTE')) then 'EN_ORIENTATION'
            else 'OUVERT' end as statut
          from parcours.orientation o
          where o.besoin_id = (select besoin_id from parcours.orientation where id = orientee) group by o.besoin_id) s
        where b.id = s.besoin_id and b.statut <> s.statut and b.statut <> 'ABANDONNE' $$;
  `,
};
