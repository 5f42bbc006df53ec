import type { Migration } from "@coordination/database";

/**
 * Whoever is withdrawn, or asked again, because of what another recipient did has an event and a line to publish of their own:
 * the functions that act where the actor may not look say which referrals they changed, and an event says which one it is about.
 */
export const retraits: Migration = {
  name: "2026-11-24-retraits",
  up: `
    alter table evenement add column orientation_id uuid references orientation;

    -- The referrals that this acceptance withdraws, none perhaps; null when another recipient won before.
    drop function emporter(uuid);
    create function emporter(gagnante uuid) returns uuid[]
      language plpgsql security definer set search_path = parcours
      as $$
        declare envoi uuid; retirees uuid[];
        begin
          select diffusion into envoi from parcours.orientation where id = gagnante
            and (destinataire_structure_id = any (parcours.acteur_structures()) or destinataire_professionnel_id = parcours.acteur_professionnel());
          if envoi is null then return null; end if;
          perform 1 from parcours.orientation where diffusion = envoi order by id for update;
          if exists (select from parcours.orientation where diffusion = envoi and id <> gagnante
                     and statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE')) then
            return null;
          end if;
          with retiree as (
            update parcours.orientation set statut = 'RETIREE', version = version + 1, mis_a_jour_le = now()
              where diffusion = envoi and id <> gagnante
                and statut in ('ENVOYEE', 'RECUE', 'COMPLEMENT_DEMANDE', 'EN_LISTE_ATTENTE')
            returning id)
          select coalesce(array_agg(id order by id), '{}') into retirees from retiree;
          return retirees;
        end $$;

    -- The referrals that are asked again.
    drop function rouvrir_diffusion(uuid, timestamptz, timestamptz);
    create function rouvrir_diffusion(desistee uuid, relancer_le timestamptz, repondre_avant timestamptz) returns uuid[]
      language sql security definer set search_path = parcours
      as $$
        with rouverte as (
          update parcours.orientation o set statut = 'ENVOYEE', version = o.version + 1, mis_a_jour_le = now(),
            relancer_le = $2, repondre_avant = $3
          from parcours.orientation sienne
          where sienne.id = desistee and o.diffusion = sienne.diffusion and o.id <> sienne.id and o.statut = 'RETIREE'
            and (sienne.destinataire_structure_id = any (parcours.acteur_structures())
                 or sienne.destinataire_professionnel_id = parcours.acteur_professionnel())
          returning o.id)
        select coalesce(array_agg(id order by id), '{}') from rouverte $$;
  `,
};
