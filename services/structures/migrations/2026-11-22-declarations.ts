import type { Migration } from "@coordination/database";

/**
 * What no register says of a structure: declared by its own people or by the agency, each fact with its source and its day.
 * A fact that nobody declared has no row: « not filled in » is never « no ».
 */
export const declarations: Migration = {
  name: "2026-11-22-declarations",
  up: `
-- Writes already done, by actor and key (server-kit, ecrireUneFois).
create table structures.ecriture (
  acteur text not null,
  cle text not null,
  operation text not null,
  empreinte text not null,
  resultat jsonb,
  faite_le timestamptz not null default now(),
  primary key (acteur, cle)
);

-- Structures written at run time whose projections in the other services are behind; emptied by the house.
create table structures.structure_a_publier (
  structure_id text primary key references structures.structure,
  depuis timestamptz not null default now()
);

-- Who declared the legal form: FINESS rows have another source.
alter table structures.structure add column statut_juridique_source text, add column statut_juridique_le date;

-- The day from which the phase was declared; missions may be declared before any phase.
alter table structures.cpts add column depuis date, alter column phase drop not null;

-- One slot of a day, in local time; a night is two slots, the first until 24:00. French public holidays are JOUR_FERIE.
create table structures.horaire (
  structure_id text not null references structures.structure,
  jour text not null check (jour in ('LUNDI', 'MARDI', 'MERCREDI', 'JEUDI', 'VENDREDI', 'SAMEDI', 'DIMANCHE', 'JOUR_FERIE')),
  debut text not null check (debut ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  fin text not null check (fin ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  sans_rendez_vous boolean not null,
  source text not null,
  declare_le date not null,
  primary key (structure_id, jour, debut),
  check (fin > debut collate "C")
);

create table structures.contact (
  structure_id text not null references structures.structure,
  canal text not null check (canal in ('TELEPHONE', 'COURRIEL', 'MSSANTE', 'APICRYPT', 'MONSISRA', 'SITE_WEB', 'PRISE_DE_RENDEZ_VOUS')),
  valeur text not null,
  diffusion text not null check (diffusion in ('PUBLIQUE', 'PROFESSIONNELLE')),
  source text not null,
  mis_a_jour_le date not null,
  primary key (structure_id, canal, valeur),
  check (diffusion = 'PROFESSIONNELLE' or canal not in ('MSSANTE', 'APICRYPT', 'MONSISRA'))
);

create table structures.soins_non_programmes (
  structure_id text primary key references structures.structure,
  sans_rendez_vous text not null check (sans_rendez_vous in ('OUI', 'NON', 'INCONNU')),
  regulation_prealable text check (regulation_prealable in ('AUCUNE', 'CENTRE_15', 'SAS')),
  gravite_max text,
  publics text[] not null default '{}',
  source text not null,
  declare_le date not null
);

create table structures.plage_non_programmee (
  structure_id text not null references structures.soins_non_programmes on delete cascade,
  jour text not null check (jour in ('LUNDI', 'MARDI', 'MERCREDI', 'JEUDI', 'VENDREDI', 'SAMEDI', 'DIMANCHE', 'JOUR_FERIE')),
  debut text not null check (debut ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  fin text not null check (fin ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  sans_rendez_vous boolean not null,
  primary key (structure_id, jour, debut),
  check (fin > debut collate "C")
);

-- Facts that are a list of words: without a row nobody said anything, with an empty list somebody said « none ».
create table structures.liste_declaree (
  structure_id text not null references structures.structure,
  fait text not null check (fait in ('EQUIPEMENTS', 'MODALITES', 'ZONE_INTERVENTION', 'COLLEGES')),
  valeurs text[] not null,
  source text not null,
  declare_le date not null,
  primary key (structure_id, fait)
);
create index liste_declaree_valeurs on structures.liste_declaree using gin (valeurs);

create table structures.assistants_medicaux (
  structure_id text primary key references structures.structure,
  nombre integer not null check (nombre >= 0),
  etp double precision check (etp >= 0),
  missions text[] not null default '{}',
  source text not null,
  declare_le date not null
);

create table structures.site (
  structure_id text not null references structures.structure,
  rang integer not null,
  nature text not null check (nature in ('PRINCIPAL', 'ANTENNE', 'SITE_SECONDAIRE')),
  nom text,
  lignes text[] not null default '{}',
  code_insee text not null references structures.commune,
  source text not null,
  declare_le date not null,
  primary key (structure_id, rang)
);

create table structures.predecesseur (
  structure_id text not null references structures.structure,
  nom text not null,
  type text not null,
  finess text,
  jusqu_au date,
  source text not null,
  declare_le date not null,
  primary key (structure_id, nom)
);

-- Decisions on the labels other than that of a MSP (table labellisation), the latest counts.
create table structures.label_decide (
  structure_id text not null references structures.structure,
  label text not null check (label in ('CABINET_DE_MONTAGNE', 'UNIVERSITAIRE')),
  region text not null references structures.region,
  decision text not null check (decision in ('OUI', 'NON', 'INCONNU')),
  decidee_le date not null,
  expire_le date,
  source text not null,
  primary key (structure_id, label, decidee_le)
);

-- That of a CPTS is signed by three: ars is then required, by the action that writes it.
create table structures.aci (
  structure_id text not null references structures.structure,
  signe_le date not null,
  cpam text not null,
  ars text,
  source text not null,
  primary key (structure_id, signe_le)
);

create table structures.centre_de_sante (
  structure_id text primary key references structures.structure,
  gestionnaire text check (gestionnaire in
    ('ASSOCIATION', 'COMMUNE', 'EPCI', 'DEPARTEMENT', 'ETABLISSEMENT_PUBLIC_SANTE', 'PRIVE', 'GIP', 'MUTUELLE', 'AUTRE_COLLECTIVITE')),
  profil_activite text check (profil_activite in ('INFIRMIER', 'DENTAIRE', 'MEDICAL', 'POLYVALENT')),
  source text not null,
  declare_le date not null
);

-- What a region asks beyond the national minimum of a rule's condition; never less, see seuil-regional.rule.ts.
create table structures.seuil_regional (
  region text not null references structures.region,
  regle text not null,
  condition text not null,
  minimum integer not null check (minimum > 0),
  depuis date not null,
  jusqu_a date,
  source text not null,
  primary key (region, regle, condition, depuis),
  check (jusqu_a is null or jusqu_a >= depuis)
);

create table structures.signalement (
  numero text primary key,
  structure_id text not null references structures.structure,
  champ text not null,
  attendu text,
  commentaire text,
  recu_le timestamptz not null,
  statut text not null check (statut in ('RECU', 'TRANSMIS', 'CORRIGE', 'REJETE')),
  reponse text,
  traite_le timestamptz
);
create index signalement_structure on structures.signalement (structure_id, recu_le);
`,
};
