import type { Migration } from "@coordination/database";

/**
 * The catalogue of texts, the teams that apply them, and what this service must know of places.
 * `commune_connue` and `structure_connue` are projections of the `structures` service, fed in the importers' transaction.
 */
export const catalogue: Migration = {
  name: "2026-11-22-catalogue",
  up: `
    create function distance_km(latitude_a float8, longitude_a float8, latitude_b float8, longitude_b float8) returns float8
      language sql immutable strict parallel safe
      as $$ select 12742.0 * asin(sqrt(least(1.0,
              power(sin(radians(latitude_b - latitude_a) / 2), 2)
              + cos(radians(latitude_a)) * cos(radians(latitude_b)) * power(sin(radians(longitude_b - longitude_a) / 2), 2)))) $$;

    -- The codes that the texts share. Labels and synonyms may be improved; a code that a text cites never goes away.
    create table acte (
      code text primary key,
      libelle text not null,
      gestes text[] not null,
      synonymes text[] not null
    );
    create table critere (
      code text primary key,
      libelle text not null
    );
    create table habilitation (
      code text primary key,
      libelle text not null
    );

    -- One version of one text. 'contenu' is the proofread file, which cites codes only: a better label changes no text.
    create table version_delegation (
      code text not null,
      version int not null check (version > 0),
      etablie_le date not null,
      en_vigueur_depuis date not null,
      en_vigueur_jusqu_a date check (en_vigueur_jusqu_a >= en_vigueur_depuis),
      contenu jsonb not null,
      publiee_le timestamptz not null default now(),
      primary key (code, version)
    );
    -- Rights would not do: the administrator's connection loads the catalogue too.
    create function refuser_changement() returns trigger language plpgsql
      as $$ begin raise exception 'Une version publiée d''une délégation ne change plus.'; end $$;
    create trigger version_publiee before update or delete on version_delegation
      for each row execute function refuser_changement();
    create trigger catalogue_publie before truncate on version_delegation
      for each statement execute function refuser_changement();

    -- Goes up with every row that the catalogue gains or changes, in the same transaction: who has read a revision may keep it.
    create table catalogue_revision (
      unique_ligne boolean primary key default true check (unique_ligne),
      revision int8 not null
    );
    insert into catalogue_revision (revision) values (0);
    create function noter_revision() returns trigger language plpgsql
      as $$ begin update delegations.catalogue_revision set revision = revision + 1; return null; end $$;
    create trigger revision after insert on version_delegation for each row execute function noter_revision();
    create trigger revision after insert or update on acte for each row execute function noter_revision();
    create trigger revision after insert or update on critere for each row execute function noter_revision();
    create trigger revision after insert or update on habilitation for each row execute function noter_revision();

    create table commune_connue (
      code_insee text primary key,
      latitude float8,
      longitude float8
    );
    create index commune_position on commune_connue (latitude, longitude);

    create table structure_connue (
      id text primary key,
      type text not null,
      code_insee text,
      latitude float8,
      longitude float8,
      fermee boolean not null default false
    );

    -- A team's last day is 'finie_le', included.
    create table equipe (
      id text primary key,
      delegation text not null,
      structure_id text not null references structure_connue,
      declaree_le date not null,
      finie_le date check (finie_le >= declaree_le)
    );
    create index equipe_delegation on equipe (delegation);
    create index equipe_structure on equipe (structure_id);

    create table equipe_membre (
      equipe_id text not null references equipe,
      professionnel_id text not null,
      role text not null check (role in ('DELEGANT', 'DELEGUE')),
      formation_attestee_le date,
      organisme text,
      primary key (equipe_id, professionnel_id)
    );
    create index equipe_membre_professionnel on equipe_membre (professionnel_id);
  `,
};
