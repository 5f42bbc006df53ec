import type { Migration } from "@coordination/database";

/** What `parcours` must know of communes to refuse an unknown one by itself, even while the directory is down. */
export const besoin: Migration = {
  name: "2026-11-22-besoin",
  up: `
    create table commune_connue (
      code_insee text primary key,
      nom text not null,
      departement text not null
    );
    comment on table commune_connue is 'Read projection of the communes, fed by their importer in its own transaction.';
  `,
};
