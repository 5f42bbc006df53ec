import type { Migration } from "@coordination/database";

/**
 * What narrows a search by name before any activity is read: where people practise and as what, beside the words of their
 * name in one index (« thomas » in the Maine-et-Loire); and how many people bear a word, which tells a name too frequent to
 * be compared in full.
 *
 * Marks are only ever added, until tables are built anew: one too many costs a look at the activities, and changes no answer.
 */
export const reperes: Migration = {
  name: "2026-11-22-suivi-reperes",
  up: `
    alter table professionnel add column reperes text[] not null default '{}';
    update professionnel p set reperes = s.reperes from (
      select professionnel_id as id, array_remove(array_agg(distinct departement) || array_agg(distinct 'p' || profession), null) as reperes
      from situation where ferme_le is null group by 1) s where s.id = p.id;
    drop index professionnel_mots;
    create index professionnel_mots on professionnel using gin (mots, reperes) where ferme_le is null;

    create function reperer() returns trigger
      language plpgsql
      as $$
      declare
        siens text[] := array_remove(array[new.departement, 'p' || new.profession], null);
      begin
        update professionals.professionnel p set reperes = p.reperes || siens
        where p.id = new.professionnel_id and not p.reperes @> siens;
        return null;
      end $$;
    create trigger reperer after insert or update of departement, profession, professionnel_id, ferme_le on situation
      for each row when (new.ferme_le is null) execute function reperer();

    alter table mot_de_nom add column personnes int not null default 0;
    update mot_de_nom m set personnes = connus.ndoc
    from ts_stat('select mots from professionals.professionnel where ferme_le is null') connus where connus.word = m.mot;
  `,
};
