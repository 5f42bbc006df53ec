import type { Migration } from "@coordination/database";

/**
 * A consent may end by itself, at an instant that was said when it was given: from then on it says nothing any more, and what was
 * consented to before it does not come back; a refusal before it does. The functions decide as `fondement.rule.ts` does, from the
 * instant alone. `expire_note_le` only says that the story has told it.
 */
export const termeDesConsentements: Migration = {
  name: "2026-11-25-terme-des-consentements",
  up: `
    alter table consentement
      add column valable_jusqu_au timestamptz check (valable_jusqu_au > recueilli_le),
      add column expire_note_le timestamptz;
    create index consentement_terme on consentement (valable_jusqu_au)
      where statut = 'DONNE' and expire_note_le is null and valable_jusqu_au is not null;

    -- The person's last word about this reader: true is yes, false is no, null is none. A no without recipients is for all.
    create or replace function derniere_parole(vise uuid, professionnel text, structures text[], equipe text, natures text[]) returns boolean
      language sql stable security definer set search_path = parcours
      as $$
        with paroles as (
          select c.statut <> 'DONNE' as refus, c.statut = 'DONNE' and coalesce(c.valable_jusqu_au <= now(), false) as expiree,
                 coalesce(c.retire_le, c.recueilli_le) as dite_le
          from parcours.consentement c
          where c.dossier_id = vise and c.nature = any (natures) and c.recueilli_le <= now()
            and (exists (select from jsonb_array_elements(c.destinataires) d
                         where d ->> 'professionnelId' = professionnel or d ->> 'structureId' = any (structures)
                            or d ->> 'equipeId' = equipe)
                 or jsonb_array_length(c.destinataires) = 0
                    and (c.statut <> 'DONNE' or parcours.est_membre(vise, professionnel, structures)))),
        rangees as (
          -- At the same instant, what protects comes first.
          select refus, expiree, row_number() over (order by dite_le desc, refus desc, expiree desc) as rang from paroles)
        select case when r.refus then false
                    when exists (select from rangees x where x.expiree and x.rang < r.rang) then null
                    else true end
        from rangees r where not r.expiree order by r.rang limit 1 $$;

    create or replace function partage_permis(vise uuid, professionnel text, structures text[], equipe text) returns boolean
      language sql stable security definer set search_path = parcours
      as $$
        select coalesce(parcours.derniere_parole(vise, professionnel, structures, equipe,
                                                 array['NON_OPPOSITION', 'CONSENTEMENT_PREALABLE']), true)
          and (parcours.est_membre(vise, professionnel, structures)
               or coalesce(parcours.derniere_parole(vise, professionnel, structures, equipe, array['CONSENTEMENT_PREALABLE']), false)
               or exists (select from parcours.consentement c where c.dossier_id = vise
                          and c.nature = 'PERSONNE_HORS_D_ETAT' and c.statut = 'DONNE' and c.recueilli_le <= now()
                          and (c.valable_jusqu_au is null or c.valable_jusqu_au > now()))) $$;

    create or replace function faits_de_partage(vises uuid[])
      returns table (dossier_id uuid, usager_id uuid, dac_id text, membres jsonb, consentements jsonb)
      language sql stable security definer set search_path = parcours
      as $$
        select d.id, d.usager_id, d.dac_id,
          (select coalesce(jsonb_agg(jsonb_build_object('professionnelId', m.professionnel_id, 'structureId', m.structure_id,
             'depuis', m.depuis, 'jusquA', m.jusqu_a)), '[]') from parcours.membre_cercle m where m.dossier_id = d.id),
          (select coalesce(jsonb_agg(jsonb_build_object('nature', c.nature, 'statut', c.statut, 'destinataires', c.destinataires,
             'recueilliLe', c.recueilli_le, 'retireLe', c.retire_le, 'valableJusquAu', c.valable_jusqu_au)), '[]')
           from parcours.consentement c where c.dossier_id = d.id)
        from parcours.dossier d
        where d.id = any (vises)
          and (d.dac_id = any (parcours.acteur_porteurs())
               or d.id in (select parcours.mes_cercles())
               or exists (select from parcours.orientation o where o.dossier_id = d.id
                          and (o.destinataire_structure_id = any (parcours.acteur_structures())
                               or o.destinataire_professionnel_id = parcours.acteur_professionnel()))) $$;

    -- For the clock, which then acts as the team: which consents ended without the story telling it, and nothing of them.
    create function consentements_expires(maintenant timestamptz, limite int) returns table (id uuid, dossier_id uuid, dac_id text)
      language sql stable security definer set search_path = parcours
      as $$ select c.id, c.dossier_id, d.dac_id from parcours.consentement c join parcours.dossier d on d.id = c.dossier_id
            where c.statut = 'DONNE' and c.expire_note_le is null and c.valable_jusqu_au <= maintenant
            order by c.valable_jusqu_au, c.id limit limite $$;
  `,
};
