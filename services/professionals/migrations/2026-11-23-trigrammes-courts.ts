import type { Migration } from "@coordination/database";

/**
 * The words of eleven letters at most are also indexed apart: a word of nine letters at most, as most are, looks like none that
 * is longer, and first names sewn together, which hold all the letters of each, were read for nothing.
 */
export const trigrammesCourts: Migration = {
  name: "2026-11-23-trigrammes-courts",
  up: `
    create index mot_de_nom_trigrammes_courts on mot_de_nom using gin (mot gin_trgm_ops) where length(mot) <= 11;
  `,
};
