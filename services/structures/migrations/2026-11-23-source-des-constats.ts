import type { Migration } from "@coordination/database";

/** Who found a project coherent or valid is not who wrote it: each has its source. */
export const sourceDesConstats: Migration = {
  name: "2026-11-23-source-des-constats",
  up: `
alter table structures.projet_de_sante add column constats_source text;
update structures.projet_de_sante set constats_source = source where 'INCONNU' <> any(array[coherence_prs, validation_ars]);
`,
};
