import type { Migration } from "@coordination/database";

/** The day on which a followed case is to be looked at again, when its team has set one: nothing sets it by default. */
export const reevaluation: Migration = {
  name: "2026-11-27-reevaluation",
  up: `
    alter table dossier add column a_reevaluer_le date;
  `,
};
