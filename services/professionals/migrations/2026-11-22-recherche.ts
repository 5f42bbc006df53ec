import type { Migration } from "@coordination/database";

/**
 * How people are found. Names are read by one function on both sides, the index and the query; a point is found in strips
 * of latitude, which a btree reads as precisely as a grid; changes are found by their date.
 */
export const recherche: Migration = {
  name: "2026-11-22-recherche",
  up: String.raw`
    -- Lower case, no accent, words parted by one space. Most names are plain ASCII, for which this is ten times faster.
    -- Not strict: a strict function with a CASE is never inlined, and a load of two million names calls it five million times.
    create function nom_normalise(texte text) returns text
      language sql immutable parallel safe
      as $$ select case when texte !~ '[^A-Za-z0-9]' then lower(texte) else btrim(regexp_replace(
              case when octet_length(texte) = length(texte) then lower(texte) else extensions.sans_accents(texte) end,
              '[^a-z0-9]+', ' ', 'g')) end $$;

    -- « ST-MARTIN » is « SAINT MARTIN ».
    create function saints_en_entier(mots text) returns text
      language sql immutable strict parallel safe
      as $$ select btrim(replace(replace(' ' || mots || ' ', ' st ', ' saint '), ' ste ', ' sainte ')) $$;

    -- Particles sewn to what follows: « de la tour » gives « delatour », « l huillier » gives « lhuillier ».
    create function particules_soudees(mots text) returns text
      language sql immutable strict parallel safe
      as $$ select regexp_replace(mots,
              '\m(de|du|des|d|la|le|les|l|da|dos|do|del|di|von|van|der|den|el|al|ben|bin|ait|o|mc|mac|n|m|saint|sainte) ', '\1', 'g') $$;

    -- What a person may be called by: each word, what the particles make when sewn, with and without « de », and a double
    -- first name in one word.
    create function mots_du_nom(nom text, prenom text) returns tsvector
      language plpgsql immutable strict parallel safe
      as $$
      declare
        n text := professionals.nom_normalise(nom);
        p text := professionals.nom_normalise(prenom);
      begin
        if n like '% %' then
          n := professionals.saints_en_entier(n);
          n := concat(n, ' ', professionals.particules_soudees(n), ' ',
                      professionals.particules_soudees(regexp_replace(n, '\m(de|du|des|d) ', '', 'g')));
        end if;
        if p like '% %' then p := concat(p, ' ', replace(p, ' ', '')); end if;
        return array_to_tsvector(array_remove(string_to_array(concat(n, ' ', p), ' '), ''));
      end $$;

    -- The words of the family name that count: what is left of a double name when only one half was asked.
    create function mots_de_famille(nom text) returns text[]
      language sql immutable parallel safe
      as $$ select case when length(nom) > 3 and nom !~ '[^A-Za-z]' then array[lower(nom)]
              else string_to_array(professionals.saints_en_entier(professionals.nom_normalise(nom)), ' ') end $$;

    -- The words of a search. A title or a particle is only required when there is nothing else.
    create function mots_demandes(recherche text) returns table (rang int, mot text, brut text, requis boolean)
      language sql immutable strict parallel safe
      as $$
        select rang::int, case brut when 'st' then 'saint' when 'ste' then 'sainte' else brut end, brut, not accessoire or bool_and(accessoire) over ()
        from (select rang, brut, brut = any('{de,du,des,d,la,le,les,l,da,dos,do,del,di,von,van,der,den,et,dit,dite,ep,epouse,nee,veuve,dr,docteur,pr,professeur,m,mr,mme,monsieur,madame}') as accessoire
              from unnest(string_to_array(professionals.nom_normalise(recherche), ' ')) with ordinality as t (brut, rang)) mots
        where brut <> '' $$;

    -- Each required word as the index may hold it: alone, or sewn to those before it (« le roy » finds LEROY).
    create function formes_demandees(recherche text) returns table (rang int, mot text, formes text[])
      language sql immutable strict parallel safe
      as $$
        with demande as materialized (select * from professionals.mots_demandes(recherche))
        select d.rang, d.mot, array_remove(array[
            d.mot,
            case when d.brut <> d.mot then d.brut end,
            (select a.mot from demande a where a.rang = d.rang - 1) || d.mot,
            case when d.rang > 2 then (select string_agg(a.mot, '' order by a.rang) from demande a where a.rang in (d.rang - 2, d.rang - 1)) || d.mot end
          ], null)
        from demande d where d.requis $$;

    -- Every required word, whole or as a beginning.
    create function requete_de_nom(recherche text, debuts boolean) returns tsquery
      language sql immutable strict parallel safe
      as $$
        select coalesce(string_agg('(' || array_to_string(formes, case when debuts then ':* | ' else ' | ' end) || case when debuts then ':*)' else ')' end, ' & '), '')::tsquery
        from professionals.formes_demandees(recherche) $$;

    alter table professionnel
      add column mots tsvector generated always as (professionals.mots_du_nom(nom, prenom)) stored,
      add column famille text[] generated always as (professionals.mots_de_famille(nom)) stored;
    drop index professionnel_mots;
    drop index professionnel_trigrammes;
    alter table professionnel drop column nom_recherche;
    create index professionnel_mots on professionnel using gin (mots) where ferme_le is null;

    -- Every word that names are made of: a misspelt one is corrected among them. Words are only added.
    create table mot_de_nom (mot text collate "C" primary key);
    create function apprendre_les_mots() returns void
      language sql volatile
      as $$ insert into professionals.mot_de_nom select word from ts_stat('select mots from professionals.professionnel') on conflict do nothing $$;
    -- A word, and what is left when one letter goes: two words that differ by one fault (a letter changed, added, lost, or
    -- two exchanged) always share one of these.
    create function voisinage(mot text) returns text[]
      language sql immutable strict parallel safe
      as $$ select array(select left(mot, rang - 1) || substr(mot, rang + 1) from generate_series(1, length(mot)) rang) || mot $$;
    create index mot_de_nom_voisinage on mot_de_nom using gin (professionals.voisinage(mot));
    create index mot_de_nom_trigrammes on mot_de_nom using gin (mot gin_trgm_ops);
    select apprendre_les_mots();

    -- One strip in twenty-five to the degree: 4.4 km.
    create function bande(latitude float8) returns int
      language sql immutable strict parallel safe
      as $$ select floor(latitude * 25)::int $$;

    drop index situation_proche;
    drop index situation_position;
    create index situation_proche on situation (profession, professionals.bande(latitude), longitude)
      include (latitude, savoir_faire, professionnel_id, id, structure_id, soignante, depuis, jusqu_a) where ferme_le is null;
    create index situation_position on situation (professionals.bande(latitude), longitude)
      include (latitude, professionnel_id, id, depuis, jusqu_a) where ferme_le is null;
    create index situation_savoir_faire on situation (savoir_faire, departement) where ferme_le is null and savoir_faire is not null;
    create index situation_modalites on situation using gin (modalites) where ferme_le is null and modalites <> '{SUR_SITE}';
    create index habilitation_code on habilitation (code, professionnel_id);

    create index professionnel_changement on professionnel (mis_a_jour_le, id);
    create index situation_changement on situation (mis_a_jour_le, professionnel_id);
  `,
};
