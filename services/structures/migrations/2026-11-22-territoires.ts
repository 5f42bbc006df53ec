import type { Migration } from "@coordination/database";

/** What is published or recorded of a place: access to a general practitioner, zoning by profession, indicators, links. */
export const territoires: Migration = {
  name: "2026-11-22-territoires",
  up: `
-- Potential localised accessibility to general practitioners, as published (DREES). Numeric: the threshold is strict, and a
-- weighted mean of exact decimals stays exact.
create table structures.apl (
  code_insee text not null references structures.commune,
  millesime integer not null check (millesime between 2010 and 2100),
  valeur numeric not null check (valeur >= 0),
  valeur_sans_plus_de_65_ans numeric check (valeur_sans_plus_de_65_ans >= 0),
  population_standardisee numeric check (population_standardisee >= 0),
  population_totale numeric check (population_totale >= 0),
  source text not null,
  primary key (code_insee, millesime)
);

-- The category is open: it depends on the region, the profession and the order. date_fin is the last day.
create table structures.zonage (
  code_insee text not null references structures.commune,
  profession text not null,
  date_effet date not null,
  date_fin date,
  categorie text not null,
  arrete text not null,
  source text not null,
  primary key (code_insee, profession, date_effet),
  check (date_fin is null or date_fin >= date_effet)
);

-- Recorded, never computed here. A region of null is the whole country. Regions are loaded after this: no reference.
create table structures.indicateur (
  code text not null,
  region text,
  releve_le date not null,
  libelle text not null,
  valeur double precision not null,
  cible double precision,
  echeance date,
  source text not null,
  unique nulls not distinct (code, region, releve_le)
);

-- Portals and contacts. region and departement say where it serves; both null: everywhere. A portal whose address nobody
-- gave us is still named.
create table structures.lien_utile (
  code text not null,
  region text,
  departement text,
  rang integer not null,
  libelle text not null,
  url text,
  contact text,
  public text not null,
  source text not null,
  releve_le date not null,
  unique nulls not distinct (code, region, departement),
  check (region is null or departement is null)
);

-- Coverage sums a whole region by commune.
create index commune_region on structures.commune (region, code) include (population, type, parent);
`,
};
