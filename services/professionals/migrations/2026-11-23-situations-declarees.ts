import type { Migration } from "@coordination/database";

/**
 * Who cares for patients and declared something is read in one index, as those who care for patients are, and shown with the
 * structure and the commune without being read again.
 */
export const declareesCouvertes: Migration = {
  name: "2026-11-23-situations-declarees",
  up: `
    drop index situation_declaree;
    create index situation_declaree on situation (profession, professionals.bande(latitude), longitude)
      include (latitude, savoir_faire, professionnel_id, id, depuis, jusqu_a, etat, nouveaux_patients, medecin_traitant,
        soins_non_programmes, soignante, structure_id, code_insee) where ferme_le is null and etat is not null;
  `,
};
