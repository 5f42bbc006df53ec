import type { Migration } from "@coordination/database";

/**
 * What the team writes about a person in its own words is encrypted as who they are is. Rows written before keep their
 * words where they were: a migration holds no key.
 */
export const textesChiffres: Migration = {
  name: "2026-11-23-textes-chiffres",
  up: `
    alter table note add column chiffre text, alter column texte drop not null;
    alter table note add constraint note_un_seul_texte check ((texte is null) <> (chiffre is null));
    alter table evaluation add column chiffre text, alter column domaines drop not null;
    alter table evaluation add constraint evaluation_un_seul_texte check ((domaines is null) <> (chiffre is null));
  `,
};
