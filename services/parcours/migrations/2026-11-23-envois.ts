import type { Migration } from "@coordination/database";

/**
 * What a sending says to all its recipients, those of a cascade who are asked later included: a message that names the person, and
 * who prescribes. One row a sending (`orientation.diffusion`), read by its team and by whoever may know; the bases are those of
 * `visibilite`.
 */
export const envois: Migration = {
  name: "2026-11-23-envois",
  up: `
    create table message_d_envoi (
      diffusion uuid primary key,
      -- What the text is sealed for: the sending, or the referral that bore it before messages belonged to a sending.
      scelle_pour uuid not null,
      chiffre text not null
    );
    insert into message_d_envoi (diffusion, scelle_pour, chiffre)
      select distinct on (o.diffusion) o.diffusion, m.orientation_id, m.chiffre
      from message_nominatif m join orientation o on o.id = m.orientation_id order by o.diffusion, o.envoyee_le, o.id;
    drop table message_nominatif;

    alter table message_d_envoi enable row level security;
    create policy message_d_envoi_lire on message_d_envoi for select using (exists (
      select from orientation o where o.diffusion = message_d_envoi.diffusion
        and (o.dac_id = any (acteur_structures())
             or partage_permis(o.dossier_id, acteur_professionnel(), acteur_structures(), o.equipe_id)
                and (o.statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE')
                     or est_membre(o.dossier_id, acteur_professionnel(), acteur_structures())))));
    create policy message_d_envoi_joindre on message_d_envoi for insert with check (exists (
      select from orientation o where o.diffusion = message_d_envoi.diffusion and o.dac_id = any (acteur_structures())));

    create table prescription_d_envoi (
      diffusion uuid primary key,
      prescripteur_id text not null
    );
    alter table prescription_d_envoi enable row level security;
    create policy prescription_d_envoi_lire on prescription_d_envoi for select using (exists (
      select from orientation o where o.diffusion = prescription_d_envoi.diffusion
        and (o.dac_id = any (acteur_structures()) or o.statut in ('ACCEPTEE', 'PRISE_EN_CHARGE', 'TERMINEE')
             or est_membre(o.dossier_id, acteur_professionnel(), acteur_structures()))));
    create policy prescription_d_envoi_nommer on prescription_d_envoi for insert with check (exists (
      select from orientation o where o.diffusion = prescription_d_envoi.diffusion and o.dac_id = any (acteur_structures())));
  `,
};
