import type { Migration } from "@coordination/database";

/** Who practises in these communes is read in one index, as around a point: the territory of a CPTS has thousands of nurses. */
export const communesCouvertes: Migration = {
  name: "2026-11-23-index-communes",
  up: `
    drop index situation_commune;
    create index situation_commune on situation (code_insee, profession)
      include (professionnel_id, id, soignante, depuis, jusqu_a) where ferme_le is null;
  `,
};
