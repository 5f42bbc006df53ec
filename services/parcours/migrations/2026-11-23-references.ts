import type { Migration } from "@coordination/database";

/**
 * The numbers that editors' systems give to a referral. A sender's designates the sending (a broadcast is one thing in their system),
 * a receiver's the referral made to them; neither side reads the other's. A number means one thing for one client and one side.
 */
export const references: Migration = {
  name: "2026-11-23-references",
  up: `
    create table reference_externe (
      client_id text not null,
      cote text not null check (cote in ('EMETTEUR', 'DESTINATAIRE')),
      systeme text not null,
      identifiant text not null,
      -- The sending (orientation.diffusion) for a sender, the referral for a receiver.
      cible uuid not null,
      posee_par jsonb not null,
      posee_le timestamptz not null default now(),
      primary key (client_id, cote, systeme, identifiant)
    );
    create index reference_externe_cible on reference_externe (cible);
    alter table reference_externe enable row level security;
    create policy reference_externe_emetteur on reference_externe using (cote = 'EMETTEUR' and exists (
      select from orientation o where o.diffusion = reference_externe.cible and o.dac_id = any (acteur_structures())));
    create policy reference_externe_destinataire on reference_externe using (cote = 'DESTINATAIRE' and exists (
      select from orientation o where o.id = reference_externe.cible
        and (o.destinataire_structure_id = any (acteur_structures())
             or o.destinataire_professionnel_id = acteur_professionnel())));
  `,
};
