import type { Migration } from "@coordination/database";

/**
 * What is declared of an activity's availability, copied onto the activity: « near, and taking new patients » is then read in
 * one index, instead of looking up the availability of everybody near. Only what searches filter on is copied, so that a
 * declaration that renews the same answer does not rewrite the activity. An import leaves these columns alone.
 */
export const disponibiliteReportee: Migration = {
  name: "2026-11-22-report-disponibilite",
  up: `
    alter table situation
      add column etat text,
      add column nouveaux_patients text,
      add column medecin_traitant text,
      add column soins_non_programmes text;
    update situation s set etat = d.etat, nouveaux_patients = d.nouveaux_patients, medecin_traitant = d.medecin_traitant,
        soins_non_programmes = d.soins_non_programmes
      from disponibilite d where d.situation_id = s.id;

    create function reporter_disponibilite() returns trigger
      language plpgsql
      as $$
      declare
        d professionals.disponibilite;
      begin
        if tg_op <> 'DELETE' then d := new; end if;
        update professionals.situation s set etat = d.etat, nouveaux_patients = d.nouveaux_patients,
            medecin_traitant = d.medecin_traitant, soins_non_programmes = d.soins_non_programmes
          where s.id = case tg_op when 'DELETE' then old.situation_id else new.situation_id end
            and (s.etat, s.nouveaux_patients, s.medecin_traitant, s.soins_non_programmes)
              is distinct from (d.etat, d.nouveaux_patients, d.medecin_traitant, d.soins_non_programmes);
        return null;
      end $$;
    create trigger disponibilite_reportee after insert or update or delete on disponibilite
      for each row execute function reporter_disponibilite();

    create index situation_declaree on situation (profession, professionals.bande(latitude), longitude)
      include (latitude, savoir_faire, professionnel_id, id, depuis, jusqu_a, etat, nouveaux_patients, medecin_traitant,
        soins_non_programmes) where ferme_le is null and etat is not null;
  `,
};
