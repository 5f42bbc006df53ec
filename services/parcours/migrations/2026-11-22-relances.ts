import type { Migration } from "@coordination/database";

/**
 * When a referral must be answered, and what waits for its turn. The deadline is the row's own: written with the sending, it is
 * there when the sending is, and an answer leaves nothing to cancel.
 */
export const relances: Migration = {
  name: "2026-11-22-relances",
  up: `
    alter table orientation
      add column repondre_avant timestamptz,
      -- Null once done.
      add column relancer_le timestamptz,
      add column relances_le timestamptz[] not null default '{}',
      -- The one that this one follows: sent to another, next of a cascade, or an advice that became a referral.
      add column origine_id uuid references orientation;
    create index orientation_echeance on orientation (least(relancer_le, repondre_avant))
      where statut in ('ENVOYEE', 'RECUE', 'COMPLEMENT_DEMANDE');
    create index orientation_origine on orientation (origine_id) where origine_id is not null;

    -- For the clock, which then acts as the team that sent: which referrals, and nothing of them.
    create function echeances_dues(maintenant timestamptz, limite int) returns table (id uuid, dac_id text)
      language sql stable security definer set search_path = parcours
      as $$ select o.id, o.dac_id from parcours.orientation o
            where o.statut in ('ENVOYEE', 'RECUE', 'COMPLEMENT_DEMANDE') and least(o.relancer_le, o.repondre_avant) <= maintenant
            order by least(o.relancer_le, o.repondre_avant), o.id limit limite $$;

    -- Those who are asked again have as long as the first time.
    drop function rouvrir_diffusion(uuid);
    create function rouvrir_diffusion(desistee uuid, relancer_le timestamptz, repondre_avant timestamptz) returns void
      language sql security definer set search_path = parcours
      as $$
        update parcours.orientation o set statut = 'ENVOYEE', version = o.version + 1, mis_a_jour_le = now(),
          relancer_le = $2, repondre_avant = $3
        from parcours.orientation sienne
        where sienne.id = desistee and o.diffusion = sienne.diffusion and o.id <> sienne.id and o.statut = 'RETIREE'
          and (sienne.destinataire_structure_id = any (parcours.acteur_structures())
               or sienne.destinataire_professionnel_id = parcours.acteur_professionnel()) $$;

    -- The recipients of a cascade who have not been asked yet, in order.
    create table cascade_en_attente (
      diffusion uuid not null,
      rang int not null,
      dossier_id uuid not null references dossier,
      situation_id text,
      structure_id text,
      equipe_id text,
      destinataire_structure_id text,
      destinataire_professionnel_id text,
      primary key (diffusion, rang)
    );
    alter table cascade_en_attente enable row level security;
    create policy cascade_equipe on cascade_en_attente using (exists (
      select from dossier d where d.id = cascade_en_attente.dossier_id and d.dac_id = any (acteur_structures())));

    -- The next of a cascade is asked, for the same thing, when the one before refuses, withdraws or stays silent: whoever
    -- caused it may see neither the list nor the other recipients. Null when nobody is left.
    create function poursuivre_cascade(precedente uuid, suivante uuid, envoyee_le timestamptz, relancer_le timestamptz, repondre_avant timestamptz)
      returns uuid
      language sql security definer set search_path = parcours
      as $$
        with passee as (
          select o.* from parcours.orientation o where o.id = precedente and o.statut in ('REFUSEE', 'DESISTEE', 'SANS_REPONSE')
            and (o.dac_id = any (parcours.acteur_structures()) or o.destinataire_structure_id = any (parcours.acteur_structures())
                 or o.destinataire_professionnel_id = parcours.acteur_professionnel())
            and not exists (select from parcours.orientation x where x.diffusion = o.diffusion and x.id <> o.id and x.statut in
              ('ENVOYEE', 'RECUE', 'COMPLEMENT_DEMANDE', 'EN_LISTE_ATTENTE', 'ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE'))),
        suivant as (
          delete from parcours.cascade_en_attente c
          where (c.diffusion, c.rang) = (
            select a.diffusion, a.rang from parcours.cascade_en_attente a join passee p on p.diffusion = a.diffusion
            order by a.rang limit 1 for update of a)
          returning c.*)
        insert into parcours.orientation (id, dossier_id, besoin_id, diffusion, nature, statut, urgence, apercu, message_anonyme,
          emetteur, dac_id, situation_id, structure_id, equipe_id, destinataire_structure_id, destinataire_professionnel_id,
          envoyee_le, relancer_le, repondre_avant, origine_id)
        select suivante, p.dossier_id, p.besoin_id, p.diffusion, p.nature, 'ENVOYEE', p.urgence, p.apercu, p.message_anonyme,
          p.emetteur, p.dac_id, s.situation_id, s.structure_id, s.equipe_id, s.destinataire_structure_id, s.destinataire_professionnel_id,
          $3, $4, $5, p.id
        from passee p cross join suivant s
        returning id $$;
  `,
};
