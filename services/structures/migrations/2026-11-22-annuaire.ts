import type { Migration } from "@coordination/database";

/** Places, structures, and what is declared about structures: everything that the directory of issue 2 answers from. */
export const annuaire: Migration = {
  name: "2026-11-22-annuaire",
  up: `
-- One spelling for every name: no case, no accent, no punctuation, « St » and « Ste » spelt out.
create function structures.nom_normalise(text) returns text
  language sql immutable strict parallel safe
  as $$ select trim(regexp_replace(regexp_replace(
      regexp_replace(extensions.sans_accents($1), '[^a-z0-9]+', ' ', 'g'),
      '\\mst\\M', 'saint', 'g'), '\\mste\\M', 'sainte', 'g')) $$;

-- Great-circle distance in kilometres (haversine). Not strict: the planner then inlines it.
create function structures.distance_km(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
  returns double precision
  language sql immutable parallel safe
  as $$ select 2 * 6371.0088 * asin(least(1, sqrt(
      sin(radians(lat2 - lat1) / 2) ^ 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2))) $$;

create table structures.region (
  code text primary key,
  nom text not null
);

create table structures.departement (
  code text primary key,
  nom text not null,
  region text not null references structures.region
);
create index departement_region on structures.departement (region);

create table structures.commune (
  code text primary key,
  nom text not null,
  nom_recherche text not null,
  type text not null check (type in ('COMMUNE', 'ARRONDISSEMENT_MUNICIPAL')),
  parent text,
  codes_postaux text[] not null,
  departement text not null references structures.departement,
  region text not null references structures.region,
  population integer,
  epci text,
  nom_epci text,
  latitude double precision,
  longitude double precision,
  precision_position text check (precision_position in ('COMMUNE', 'EPCI')),
  source text not null,
  millesime date,
  check ((latitude is null) = (longitude is null) and (latitude is null) = (precision_position is null))
);
create index commune_codes_postaux on structures.commune using gin (codes_postaux);
create index commune_nom_prefixe on structures.commune (nom_recherche text_pattern_ops);
create index commune_nom_trigrammes on structures.commune using gin (nom_recherche gin_trgm_ops);
create index commune_departement on structures.commune (departement);
create index commune_parent on structures.commune (parent) where parent is not null;

create table structures.structure (
  id text primary key,
  finess text unique,
  finess_ej text,
  nom text not null,
  nom_long text,
  nom_recherche text not null,
  mots tsvector not null generated always as (to_tsvector('simple'::regconfig, nom_recherche)) stored,
  type text not null,
  categorie text,
  statut_juridique text,
  lignes text[] not null default '{}',
  code_postal text,
  ville text,
  code_insee text,
  departement text generated always as (
    case when code_insee ~ '^9[78]' then left(code_insee, 3) else left(code_insee, 2) end) stored,
  telephone text,
  siret text,
  latitude double precision,
  longitude double precision,
  precision_position text check (precision_position in ('ADRESSE', 'RUE', 'COMMUNE', 'EPCI')),
  ouverte_le date,
  ferme_le date,
  source text not null,
  millesime date not null,
  mis_a_jour_le timestamptz not null default now(),
  empreinte text not null,
  check ((latitude is null) = (longitude is null) and (latitude is null) = (precision_position is null))
);
create index structure_par_type on structures.structure (type, latitude, longitude) include (id) where ferme_le is null;
create index structure_par_categorie on structures.structure (categorie, latitude, longitude) include (id) where ferme_le is null;
create index structure_par_lieu on structures.structure (latitude, longitude) include (id) where ferme_le is null;
create index structure_par_nom on structures.structure (nom collate "fr-x-icu", id) where ferme_le is null;
create index structure_par_commune on structures.structure (code_insee);
create index structure_par_departement on structures.structure (departement, type);
create index structure_mots on structures.structure using gin (mots);
create index structure_trigrammes on structures.structure using gin (nom_recherche gin_trgm_ops);

-- Structures of which every word given resembles a word, one fault or two forgiven. The index serves the first three.
create function structures.structures_ressemblantes(voulus text[]) returns table (id text, ressemblance double precision)
  language sql stable
  set pg_trgm.word_similarity_threshold = 0.45
  as $$ select s.id, (select avg(word_similarity(voulu, s.nom_recherche)) from unnest(voulus) voulu)
        from structures.structure s
        where voulus[1] <% s.nom_recherche and coalesce(voulus[2], voulus[1]) <% s.nom_recherche
          and coalesce(voulus[3], voulus[1]) <% s.nom_recherche
          and not exists (select from unnest(voulus[4:]) voulu where not voulu <% s.nom_recherche) $$;

-- What follows is declared, dated and sourced: no public register says it.
create table structures.projet_de_sante (
  structure_id text not null references structures.structure,
  etabli_le date not null,
  coherence_prs text not null check (coherence_prs in ('OUI', 'NON', 'INCONNU')),
  avis_prs_le date,
  validation_ars text not null check (validation_ars in ('OUI', 'NON', 'INCONNU')),
  valide_le date,
  territoire text,
  modalites text,
  actions text[] not null default '{}',
  themes text[] not null default '{}',
  source text not null,
  primary key (structure_id, etabli_le)
);

create table structures.labellisation (
  structure_id text not null references structures.structure,
  region text not null references structures.region,
  decision text not null check (decision in ('OUI', 'NON', 'INCONNU')),
  decidee_le date not null,
  expire_le date,
  source text not null,
  primary key (structure_id, decidee_le)
);

-- A voluntary membership; the last day, jusqu_a, still counts.
create table structures.adhesion (
  id text primary key,
  groupement_id text not null references structures.structure,
  professionnel_id text,
  structure_id text references structures.structure,
  profession text,
  medecin_generaliste boolean,
  categorie text check (categorie in ('PREMIER_RECOURS', 'SECOND_RECOURS', 'ETABLISSEMENT', 'SOCIAL', 'MEDICO_SOCIAL')),
  degre text check (degre in ('PILOTE', 'SENSIBILISE', 'SOIN')),
  role text,
  depuis date not null,
  jusqu_a date,
  source text not null,
  check ((professionnel_id is null) <> (structure_id is null)),
  check (jusqu_a is null or jusqu_a >= depuis)
);
create index adhesion_groupement on structures.adhesion (groupement_id, depuis, id);
create index adhesion_structure on structures.adhesion (structure_id) where structure_id is not null;
create index adhesion_professionnel on structures.adhesion (professionnel_id) where professionnel_id is not null;

create table structures.territoire (
  id text primary key,
  structure_id text not null references structures.structure,
  depuis date not null,
  jusqu_a date,
  source text not null,
  unique (structure_id, depuis),
  check (jusqu_a is null or jusqu_a >= depuis)
);

create table structures.territoire_commune (
  territoire_id text not null references structures.territoire on delete cascade,
  code_insee text not null,
  primary key (territoire_id, code_insee)
);
create index territoire_commune_par_commune on structures.territoire_commune (code_insee);

create table structures.cpts (
  structure_id text primary key references structures.structure,
  phase text not null check (phase in ('EMERGENCE', 'PRE_PROJET_DEPOSE', 'EN_VALIDATION', 'EN_FONCTIONNEMENT', 'DISSOUTE')),
  missions text[] not null default '{}',
  source text not null
);

create table structures.medicobus (
  structure_id text primary key references structures.structure,
  statut text not null check (statut in ('CANDIDAT', 'LAUREAT', 'EN_SERVICE', 'ARRETE')),
  vague integer,
  publics_prioritaires text[] not null default '{}',
  source text not null
);

create table structures.passage (
  medicobus_id text not null references structures.medicobus,
  debut timestamptz not null,
  fin timestamptz not null,
  code_insee text not null references structures.commune,
  lieu text not null,
  primary key (medicobus_id, debut),
  check (fin > debut)
);
create index passage_par_date on structures.passage (debut);
`,
};
