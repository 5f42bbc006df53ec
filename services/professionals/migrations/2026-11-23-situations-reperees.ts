import type { Migration } from "@coordination/database";

/** Whoever is found among those who declared something is shown with the structure and the commune without being read again. */
export const declareesReperees: Migration = {
  name: "2026-11-23-situations-reperees",
  up: `
    drop index situation_declaree;
    create index situation_declaree on situation (profession, professionals.bande(latitude), longitude)
      include (latitude, savoir_faire, professionnel_id, id, depuis, jusqu_a, etat, nouveaux_patients, medecin_traitant,
        soins_non_programmes, soignante, structure_id, code_insee) where ferme_le is null and etat is not null;
  `,
};
