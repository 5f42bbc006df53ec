import type { Migration } from "@coordination/database";
import { politiquesDeVisibilite } from "./visibilite/politiques.ts";

/**
 * Who may see a case besides its team: the care circle, while a membership lasts and the person does not oppose it; a receiver
 * who has agreed, while a basis for it stands; whoever broke the glass, for an hour. The functions decide as
 * `fondement.rule.ts` does: one may fail, both may not. They run as their owner, for they read what the actor may not.
 */
export const visibilite: Migration = {
  name: "2026-11-22-visibilite",
  up: `
    create table membre_cercle (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      professionnel_id text,
      structure_id text,
      -- A relative is someone's name: encrypted.
      proche_chiffre text,
      role text not null,
      depuis timestamptz not null,
      jusqu_a timestamptz check (jusqu_a >= depuis),
      ajoute_par jsonb not null,
      ajoute_le timestamptz not null default now(),
      check (num_nonnulls(professionnel_id, structure_id, proche_chiffre) = 1)
    );
    create index membre_cercle_dossier on membre_cercle (dossier_id, depuis);
    create index membre_cercle_professionnel on membre_cercle (professionnel_id) where professionnel_id is not null;
    create index membre_cercle_structure on membre_cercle (structure_id) where structure_id is not null;

    create table consentement (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      nature text not null check (nature in ('NON_OPPOSITION', 'CONSENTEMENT_PREALABLE', 'PERSONNE_HORS_D_ETAT')),
      statut text not null check (statut in ('DONNE', 'REFUSE', 'RETIRE')),
      -- Empty: the whole circle.
      destinataires jsonb not null,
      exprime_par text,
      mode text not null,
      recueilli_le timestamptz not null,
      recueilli_par jsonb not null,
      retire_le timestamptz,
      retire_par jsonb,
      enregistre_le timestamptz not null default now(),
      check ((statut = 'RETIRE') = (retire_le is not null)),
      check (exprime_par is not null or nature = 'PERSONNE_HORS_D_ETAT')
    );
    create index consentement_dossier on consentement (dossier_id, recueilli_le);

    -- Who took part and what was decided name people: one encrypted text.
    create table concertation (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      le timestamptz not null,
      chiffre text not null,
      enregistree_le timestamptz not null default now()
    );
    create index concertation_dossier on concertation (dossier_id, le);

    create table message_nominatif (
      orientation_id uuid primary key references orientation,
      chiffre text not null
    );

    create table bris_de_glace (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      acteur_sub text not null,
      depuis timestamptz not null,
      jusqu_a timestamptz not null check (jusqu_a > depuis)
    );
    create index bris_de_glace_acteur on bris_de_glace (acteur_sub, jusqu_a);

    ${politiquesDeVisibilite}
  `,
};
