import type { Migration } from "@coordination/database";

/** The referrals of a case are read with it, all of them at once. */
export const orientationsDuParcours: Migration = {
  name: "2026-11-27-orientations-du-parcours",
  up: "create index orientation_dossier on orientation (dossier_id, envoyee_le);",
};
