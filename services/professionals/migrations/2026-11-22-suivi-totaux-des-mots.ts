import type { Migration } from "@coordination/database";

/** How many people bear a word, which `2026-11-22-suivi-reperes` counted, was never read: a frequent name needs no count. */
export const motsSansCompte: Migration = {
  name: "2026-11-22-suivi-totaux-des-mots",
  up: "alter table mot_de_nom drop column personnes;",
};
