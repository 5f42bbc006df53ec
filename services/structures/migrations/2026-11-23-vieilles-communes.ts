import type { Migration } from "@coordination/database";

/** Communes of yesterday: people and software still name them, and write their codes. */
export const vieillesCommunes: Migration = {
  name: "2026-11-23-vieilles-communes",
  up: `
create table structures.commune_ancienne (
  code text primary key,
  nom text,
  nom_recherche text,
  commune text not null references structures.commune
);
create index commune_ancienne_commune on structures.commune_ancienne (commune);
create index commune_ancienne_mots on structures.commune_ancienne using gin (to_tsvector('simple'::regconfig, nom_recherche));
`,
};
