import type { Migration } from "@coordination/database";

/**
 * The directory of people. `commune_connue` and `structure_connue` are projections of the `structures` service, fed in
 * the importers' transaction; the rest is ours. A closed row (`ferme_le`) stays, so that what points at it can be read.
 */
export const annuaire: Migration = {
  name: "2026-11-22-annuaire",
  up: `
    -- Haversine. Written so that the planner can inline it (strict, and nothing inside that is not): called, it costs ten
    -- times as much. Points at the two ends of the Earth may be out of asin's range: always used inside a box.
    create function distance_km(latitude_a float8, longitude_a float8, latitude_b float8, longitude_b float8) returns float8
      language sql immutable strict parallel safe
      as $$ select 12742.0 * asin(sqrt(
              power(sin(radians(latitude_b - latitude_a) / 2), 2)
              + cos(radians(latitude_a)) * cos(radians(latitude_b)) * power(sin(radians(longitude_b - longitude_a) / 2), 2))) $$;

    -- « 31000 ST-JEAN CEDEX 9 » and « Saint-Jean » are the same place.
    create function libelle_commune(libelle text) returns text
      language sql immutable strict parallel safe
      as $$ select trim(regexp_replace(regexp_replace(regexp_replace(
              regexp_replace(extensions.sans_accents(libelle), '[^a-z0-9]+', ' ', 'g'),
              '( cedex.*|^ *[0-9]+ )', ' '), '\\mst\\M', 'saint', 'g'), '\\mste\\M', 'sainte', 'g')) $$;

    create table commune_connue (
      code_insee text primary key,
      nom text not null,
      departement text not null,
      codes_postaux text[] not null,
      latitude float8,
      longitude float8
    );

    create table structure_connue (
      id text primary key,
      type text not null,
      nom text not null,
      code_insee text,
      latitude float8,
      longitude float8,
      precision text,
      fermee boolean not null default false
    );

    create table professionnel (
      id text primary key,
      rpps text not null unique,
      civilite text,
      nom text not null,
      prenom text not null,
      nom_recherche text not null,
      ferme_le date,
      source text not null,
      millesime date not null,
      mis_a_jour_le timestamptz not null default now()
    );
    create index professionnel_mots on professionnel using gin (to_tsvector('simple', nom_recherche)) where ferme_le is null;
    create index professionnel_trigrammes on professionnel using gin (nom_recherche gin_trgm_ops) where ferme_le is null;
    create index professionnel_nom on professionnel (nom collate "fr-x-icu", prenom collate "fr-x-icu", id) where ferme_le is null;

    -- What the file says is kept beside what is deduced from it (commune, position): a projection that changes later redoes
    -- the deduction without the file.
    create table situation (
      id text primary key,
      professionnel_id text not null references professionnel,
      profession text not null,
      categorie text,
      savoir_faire text,
      type_savoir_faire text,
      mode text,
      secteur text,
      genre_activite text,
      fonction text,
      soignante boolean not null,
      structure_id text,
      raison_sociale text,
      adresse text not null,
      code_postal text,
      ville text,
      pays text not null,
      francaise boolean not null,
      code_commune_source text,
      departement_source text,
      code_insee text,
      departement text,
      latitude float8,
      longitude float8,
      precision text check (precision in ('ADRESSE', 'RUE', 'COMMUNE', 'EPCI')),
      telephone text,
      telephone_secondaire text,
      courriel text,
      ferme_le date,
      empreinte text not null,
      source text not null,
      millesime date not null,
      mis_a_jour_le timestamptz not null default now()
    );
    create index situation_proche on situation (profession, latitude, longitude)
      include (id, professionnel_id, structure_id, savoir_faire) where ferme_le is null and soignante;
    create index situation_position on situation (latitude, longitude) where ferme_le is null;
    create index situation_professionnel on situation (professionnel_id);
    create index situation_structure on situation (structure_id) where structure_id is not null;
    create index situation_commune on situation (code_insee, profession) where ferme_le is null;
    create index situation_departement on situation (departement, profession) where ferme_le is null;

    -- Know-hows as the published files name them: our own list is an extract.
    create table savoir_faire_publie (
      profession text not null,
      code text not null,
      libelle text not null,
      type text not null,
      primary key (profession, code)
    );

    create table disponibilite (
      situation_id text primary key references situation,
      etat text not null check (etat in ('CRENEAU_LIBRE', 'SANS_CRENEAU', 'AGENDA_NON_PARTAGE', 'EVALUATION_NECESSAIRE', 'INCONNU')),
      nouveaux_patients text not null check (nouveaux_patients in ('OUI', 'NON', 'INCONNU')),
      medecin_traitant text not null check (medecin_traitant in ('OUI', 'NON', 'INCONNU')),
      soins_non_programmes text not null check (soins_non_programmes in ('OUI', 'NON', 'INCONNU')),
      delai_jours int check (delai_jours >= 0),
      capacite int check (capacite >= 0),
      releve_le timestamptz not null,
      source text not null,
      expire_le timestamptz not null
    );

    create table habilitation (
      professionnel_id text not null references professionnel,
      code text not null,
      depuis date not null,
      jusqu_a date,
      organisme text,
      source text not null,
      primary key (professionnel_id, code, depuis)
    );
  `,
};
