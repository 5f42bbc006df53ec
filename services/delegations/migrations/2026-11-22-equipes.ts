import type { Migration } from "@coordination/database";

/** What a declared team must remember: what the directory said of its members that day, why it ended, and each write once. */
export const equipes: Migration = {
  name: "2026-11-22-equipes",
  up: `
    create table ecriture (
      acteur text not null,
      cle text not null,
      operation text not null,
      empreinte text not null,
      resultat jsonb,
      faite_le timestamptz not null default now(),
      primary key (acteur, cle)
    );

    alter table equipe add column motif_fin text;

    -- Null: nobody asked the directory (teams loaded before this). The directory may say otherwise later.
    alter table equipe_membre
      add column professions text[],
      add column savoir_faire text[],
      add constraint exercice_entier check ((professions is null) = (savoir_faire is null));

    -- A structure that the projection has not met yet may have a team: the directory vouched for it, and for its type.
    alter table equipe drop constraint equipe_structure_id_fkey;
    alter table equipe add column type_structure text;
  `,
};
