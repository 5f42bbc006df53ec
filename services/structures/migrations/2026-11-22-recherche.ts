import type { Migration } from "@coordination/database";

/** Facts about a structure that are written in their own tables: a change there is a change of the structure. */
const TABLES_DECLAREES = [
  ...["aci", "assistants_medicaux", "centre_de_sante", "contact", "cpts", "horaire", "label_decide", "labellisation"],
  ...[
    "liste_declaree",
    "medicobus",
    "plage_non_programmee",
    "predecesseur",
    "projet_de_sante",
    "site",
    "soins_non_programmes",
  ],
];

/** A change touches the structure once in a transaction, however many rows it writes. */
const toucherDepuis = (table: string): string => `
create trigger touche_structure_ins after insert on structures.${table}
  for each row execute function structures.toucher_la_structure();
create trigger touche_structure_maj after update on structures.${table}
  for each row when (old is distinct from new) execute function structures.toucher_la_structure();
create trigger touche_structure_sup after delete on structures.${table}
  for each row execute function structures.toucher_la_structure();`;

/** What the search of structures and communes reads, and an order of changes that a client can resume. */
export const recherche: Migration = {
  name: "2026-11-22-recherche",
  up: `
-- The words by which people call a type, whatever the structure's own name is.
create function structures.mots_du_type(text) returns text
  language sql immutable strict parallel safe
  as $$ select case $1
      when 'MSP' then 'msp maison de sante pluriprofessionnelle pluridisciplinaire'
      when 'CENTRE_DE_SANTE' then 'cds centre de sante'
      when 'ESP' then 'esp equipe de soins primaires'
      when 'CPTS' then 'cpts communaute professionnelle territoriale de sante'
      when 'DAC' then 'dac dispositif d appui a la coordination'
      when 'MEDICOBUS' then 'medicobus bus'
      when 'SAS' then 'sas service d acces aux soins'
      when 'MAISON_MEDICALE_DE_GARDE' then 'mmg maison medicale de garde'
      when 'CENTRE_SOINS_NON_PROGRAMMES' then 'csnp centre de soins non programmes'
      when 'EHPAD' then 'ehpad'
      when 'PHARMACIE' then 'pharmacie'
      when 'LABORATOIRE' then 'laboratoire'
      when 'GHT' then 'ght groupement hospitalier de territoire'
      else '' end $$;

-- « c h u de toulouse » is also looked for as « chu »: letters that stand alone, in a row, are a sigle.
create function structures.sigles(text) returns text
  language sql immutable strict parallel safe
  as $$ select regexp_replace($1, '\\m([a-z]) (?=[a-z]\\M)', '\\1', 'g') $$;

-- Words that say nothing alone; a search made only of them looks for them all the same.
create function structures.mots_cherches(normalise text) returns text[]
  language sql immutable strict parallel safe
  as $$ select coalesce(
      (select array_agg(mot order by rang) from regexp_split_to_table($1, ' ') with ordinality m(mot, rang)
       where mot <> '' and mot <> all ('{a,au,aux,d,de,des,du,en,et,l,la,le,les,sur}')),
      (select array_agg(mot order by rang) from regexp_split_to_table($1, ' ') with ordinality m(mot, rang) where mot <> '')) $$;

-- Each word as a beginning, and each word whole. Folded by the planner when it knows the text.
create function structures.debuts_de_mots(texte text) returns tsquery
  language sql immutable strict parallel safe
  as $$ select to_tsquery('simple'::regconfig, array_to_string(structures.mots_cherches(structures.nom_normalise($1)), ':* & ') || ':*') $$;
create function structures.mots_entiers(texte text) returns tsquery
  language sql immutable strict parallel safe
  as $$ select to_tsquery('simple'::regconfig, array_to_string(structures.mots_cherches(structures.nom_normalise($1)), ' & ')) $$;

drop function structures.structures_ressemblantes(text[]);
drop index structures.structure_trigrammes;
alter table structures.structure drop column mots;
alter table structures.structure add column mots tsvector not null generated always as (
  to_tsvector('simple'::regconfig,
    nom_recherche || ' ' || structures.sigles(nom_recherche) || ' ' || structures.mots_du_type(type))) stored;
create index structure_mots on structures.structure using gin (mots);
create index structure_par_type_et_nom on structures.structure (type, nom collate "fr-x-icu", id) where ferme_le is null;
create index structure_par_modification on structures.structure (mis_a_jour_le, id);

-- Every word that a structure was ever found by: a misspelt word is corrected among them. Words are only added.
create table structures.mot (mot text collate "C" primary key);
create function structures.retenir_les_mots() returns trigger
  language plpgsql
  as $$ begin
    insert into structures.mot
    select distinct unnest(tsvector_to_array(n.mots)) from nouvelles n on conflict do nothing;
    return null;
  end $$;
create trigger mots_des_nouvelles after insert on structures.structure
  referencing new table as nouvelles for each statement execute function structures.retenir_les_mots();
create trigger mots_des_modifiees after update on structures.structure
  referencing new table as nouvelles for each statement execute function structures.retenir_les_mots();
insert into structures.mot select distinct unnest(tsvector_to_array(mots)) from structures.structure;
create index mot_trigrammes on structures.mot using gin (mot gin_trgm_ops);

-- The known words that could be meant by a misspelt one, one fault in up to five letters, two beyond: a wide net, whose
-- catch is then measured. One fault leaves the first or the last letter; two leave some trigrams.
create function structures.mots_voisins(voulu text) returns setof text
  language sql stable
  set pg_trgm.similarity_threshold = 0.2
  as $$ select m.mot from structures.mot m
        where case when length(voulu) > 5 then m.mot % voulu and abs(length(m.mot) - length(voulu)) <= 2
                   else abs(length(m.mot) - length(voulu)) <= 1 and (left(m.mot, 1) = left(voulu, 1) or right(m.mot, 1) = right(voulu, 1)) end
          and m.mot ~ '^[a-z]+$' $$;

-- Changes in an order that a client can resume: the instant of the write, and no row is shown while an older write is under
-- way, which could still appear before it. Writers hold a shared lock that names the second they began to write in.
create function structures.annoncer_une_ecriture() returns trigger
  language plpgsql
  as $$ begin
    perform pg_advisory_xact_lock_shared(7730212, floor(extract(epoch from clock_timestamp()))::int - 1577836800);
    return null;
  end $$;
create trigger annoncer_une_ecriture before insert or update on structures.structure
  for each statement execute function structures.annoncer_une_ecriture();
create function structures.dater_l_ecriture() returns trigger
  language plpgsql
  as $$ begin
    new.mis_a_jour_le := clock_timestamp();
    return new;
  end $$;
create trigger dater_la_nouvelle before insert on structures.structure
  for each row execute function structures.dater_l_ecriture();
create trigger dater_la_modifiee before update on structures.structure
  for each row when (old.mis_a_jour_le is distinct from new.mis_a_jour_le) execute function structures.dater_l_ecriture();
-- Before this instant, every change is visible to whoever asks afterwards.
create function structures.horizon_des_modifications() returns timestamptz
  language sql volatile
  as $$ select least(clock_timestamp(), min(to_timestamp(1577836800 + l.objid::bigint)))
        from pg_catalog.pg_locks l
        where l.locktype = 'advisory' and l.classid = 7730212 and l.objsubid = 2
          and l.database = (select oid from pg_catalog.pg_database where datname = current_database()) $$;

create function structures.toucher_la_structure() returns trigger
  language plpgsql
  as $$ begin
    -- Once in a transaction: the first touch is dated after its beginning.
    update structures.structure s set mis_a_jour_le = clock_timestamp()
    where s.id = coalesce(new.structure_id, old.structure_id) and s.mis_a_jour_le < now();
    return null;
  end $$;
${TABLES_DECLAREES.map(toucherDepuis).join("")}

create index horaire_par_jour on structures.horaire (jour, debut, fin) include (structure_id);

-- Communes are found by the beginning of any word of their name, or of a postal code.
create index commune_mots on structures.commune using gin (to_tsvector('simple'::regconfig, nom_recherche));
create index commune_postaux on structures.commune using gin (array_to_tsvector(codes_postaux));
`,
};
