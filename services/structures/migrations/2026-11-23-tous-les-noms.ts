import type { Migration } from "@coordination/database";

/**
 * A structure is also found by the names of what it was born from, and by those of its sites. They are kept apart from its
 * own name, which its register writes again at each load.
 */
export const tousLesNoms: Migration = {
  name: "2026-11-23-tous-les-noms",
  up: `
alter table structures.structure add column autres_noms text not null default '';

create function structures.autres_noms_de(id text) returns text
  language sql stable
  as $$ select structures.nom_normalise(coalesce((
      select string_agg(n.nom, ' ' order by n.nom) from (
        select concat_ws(' ', p.nom, p.type) as nom from structures.predecesseur p where p.structure_id = $1
        union select si.nom from structures.site si where si.structure_id = $1 and si.nom is not null) n), '')) $$;

update structures.structure s set autres_noms = structures.autres_noms_de(s.id)
where s.id in (select structure_id from structures.predecesseur union select structure_id from structures.site);

alter table structures.structure drop column mots;
alter table structures.structure add column mots tsvector not null generated always as (
  to_tsvector('simple'::regconfig, nom_recherche || ' ' || structures.sigles(nom_recherche) || ' ' || structures.mots_du_type(type)
    || ' ' || autres_noms)) stored;
create index structure_mots on structures.structure using gin (mots);
insert into structures.mot select distinct unnest(tsvector_to_array(mots)) from structures.structure on conflict do nothing;
`,
};
