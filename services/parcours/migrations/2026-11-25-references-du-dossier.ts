import type { Migration } from "@coordination/database";

/**
 * The numbers that editors' systems give to a case: those of who asked for it, and those of the team that has it. Neither side reads
 * the other's, nor does the circle.
 */
export const referencesDuDossier: Migration = {
  name: "2026-11-25-references-du-dossier",
  up: `
    alter table reference_externe drop constraint reference_externe_cote_check;
    alter table reference_externe add constraint reference_externe_cote_check
      check (cote in ('EMETTEUR', 'DESTINATAIRE', 'DEMANDEUR', 'EQUIPE'));
    create policy reference_externe_demandeur on reference_externe using (cote = 'DEMANDEUR' and exists (
      select from dossier d where d.id = reference_externe.cible and d.cree_par = acteur_sub()));
    create policy reference_externe_equipe on reference_externe using (cote = 'EQUIPE' and exists (
      select from dossier d where d.id = reference_externe.cible and d.dac_id = any (acteur_structures())));
  `,
};
