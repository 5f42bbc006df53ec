-- The directory as somebody who serves it with another tool would keep it: the same rows as ours, the indexes that the two
-- measured questions want, and one function for each. PostGraphile reads it through GraphQL, the hand-written endpoint by SQL.
create schema bench_pair;

create table bench_pair.commune as
  select code_insee, nom, departement, latitude, longitude from professionals.commune_connue;
alter table bench_pair.commune add primary key (code_insee);

create table bench_pair.structure as
  select id, type, nom, code_insee from professionals.structure_connue;
alter table bench_pair.structure add primary key (id);

create table bench_pair.profession as
  select profession as code, min(profession) as libelle from professionals.situation group by profession;
alter table bench_pair.profession add primary key (code);

create table bench_pair.savoir_faire as
  select code, min(libelle) as libelle from professionals.savoir_faire_publie group by code;
alter table bench_pair.savoir_faire add primary key (code);

create table bench_pair.professionnel as
  select id, rpps, civilite, nom, prenom, mots, famille from professionals.professionnel where ferme_le is null;
alter table bench_pair.professionnel add primary key (id);
create index professionnel_mots on bench_pair.professionnel using gin (mots);

create table bench_pair.situation as
  select s.id, s.professionnel_id, s.profession, s.savoir_faire, s.soignante,
         case s.mode when 'L' then 'LIBERAL' when 'S' then 'SALARIE' when 'B' then 'BENEVOLE' end as mode,
         (select c.id from bench_pair.structure c where c.id = s.structure_id) as structure_id,
         (select c.code_insee from bench_pair.commune c where c.code_insee = s.code_insee) as code_insee,
         s.departement, s.latitude, s.longitude, s.raison_sociale, s.code_postal, s.ville, s.telephone,
         coalesce(d.etat, 'INCONNU') as etat, coalesce(d.nouveaux_patients, 'INCONNU') as nouveaux_patients, d.expire_le,
         s.profession = '10' and coalesce(s.savoir_faire in ('SM26', 'SM53', 'SM54'), false) as generaliste
  from professionals.situation s left join professionals.disponibilite d on d.situation_id = s.id
  where s.ferme_le is null;
alter table bench_pair.situation add primary key (id);
alter table bench_pair.situation
  add foreign key (professionnel_id) references bench_pair.professionnel,
  add foreign key (structure_id) references bench_pair.structure,
  add foreign key (code_insee) references bench_pair.commune,
  add foreign key (profession) references bench_pair.profession,
  add foreign key (savoir_faire) references bench_pair.savoir_faire;
create index situation_professionnel on bench_pair.situation (professionnel_id)
  include (departement, soignante, id, profession, savoir_faire, mode, etat);
create index situation_generaliste on bench_pair.situation (latitude, longitude)
  include (id, professionnel_id) where generaliste and nouveaux_patients = 'OUI';

create function bench_pair.distance_km(lat1 float8, lon1 float8, lat2 float8, lon2 float8) returns float8
  language sql immutable strict parallel safe
  as $$ select 12742.0 * asin(sqrt(
          power(sin(radians(lat2 - lat1) / 2), 2)
          + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2))) $$;
comment on function bench_pair.distance_km is '@behavior -*';

-- A row of an answer: which activity, how far, how alike. The foreign key is how PostGraphile finds the activity.
create type bench_pair.trouvee as (professionnel_id text, situation_id text, distance_km float8, score float8);
comment on type bench_pair.trouvee is
  E'@foreignKey (situation_id) references bench_pair.situation (id)|@fieldName situation\n@foreignKey (professionnel_id) references bench_pair.professionnel (id)|@fieldName professionnel';

-- General practitioners who accept new patients, each once by their nearest activity, nearest first.
create function bench_pair.generalistes_proches(code_insee text, rayon_km float8) returns setof bench_pair.trouvee
  language sql stable
  as $$
    select t.professionnel_id, t.situation_id, t.distance_km, null::float8
    from (
      select distinct on (s.professionnel_id) s.professionnel_id, s.id as situation_id,
             bench_pair.distance_km(centre.latitude, centre.longitude, s.latitude, s.longitude) as distance_km
      from bench_pair.commune centre join bench_pair.situation s
        on s.latitude between centre.latitude - rayon_km / 111 and centre.latitude + rayon_km / 111
       and s.longitude between centre.longitude - rayon_km / (111 * cos(radians(abs(centre.latitude) + rayon_km / 111)))
                           and centre.longitude + rayon_km / (111 * cos(radians(abs(centre.latitude) + rayon_km / 111)))
      where centre.code_insee = generalistes_proches.code_insee and s.generaliste and s.nouveaux_patients = 'OUI'
        and bench_pair.distance_km(centre.latitude, centre.longitude, s.latitude, s.longitude) <= rayon_km
      order by s.professionnel_id, distance_km, s.id
    ) t
    order by t.distance_km, t.professionnel_id
  $$;

-- People whose name has words that begin so, in a département, each once; whole names first, then by name. The words are read
-- by the functions that our own search uses: what a name is made of is not what is compared.
create function bench_pair.rechercher(recherche text, departement text) returns setof bench_pair.trouvee
  language sql stable
  as $$
    with demande as materialized (
      select professionals.requete_de_nom(recherche, true) as debuts, professionals.requete_de_nom(recherche, false) as entiers,
             array(select mot from professionals.mots_demandes(recherche)) as mots
    )
    select t.professionnel_id, t.situation_id, null::float8, t.score
    from (
      select p.id as professionnel_id, a.id as situation_id, p.nom, p.prenom,
             case when not p.mots @@ demande.entiers then 0.8 when p.famille <@ demande.mots then 1 else 0.9 end::float8 as score
      from demande join bench_pair.professionnel p on p.mots @@ demande.debuts cross join lateral (
        select s.id from bench_pair.situation s
        where s.professionnel_id = p.id and s.departement = rechercher.departement
        order by s.soignante desc, s.id limit 1) a
    ) t
    order by t.score desc, t.nom collate "fr-x-icu", t.prenom collate "fr-x-icu", t.professionnel_id
  $$;

-- How many of those people at each value of five fields of their activities there.
create type bench_pair.valeur as (champ text, code text, nombre int);
create function bench_pair.compter(recherche text, departement text) returns setof bench_pair.valeur
  language sql stable
  as $$
    with trouvee as materialized (
      select s.professionnel_id, s.profession, s.departement, s.etat, s.mode,
             -- The three codes of general practice are one value.
             case when s.savoir_faire in ('SM26', 'SM53', 'SM54') then 'MEDECINE_GENERALE' else s.savoir_faire end as savoir_faire
      from bench_pair.professionnel p join bench_pair.situation s on s.professionnel_id = p.id
      where p.mots @@ (select professionals.requete_de_nom(recherche, true)) and s.departement = compter.departement
    )
    select champ, code, count(distinct professionnel_id)::int from trouvee cross join lateral (values
      ('profession', profession), ('savoirFaire', savoir_faire), ('departement', trouvee.departement), ('etat', etat), ('mode', mode)
    ) v (champ, code)
    where code is not null group by champ, code
  $$;

comment on constraint situation_structure_id_fkey on bench_pair.situation is '@fieldName structure';
comment on constraint situation_code_insee_fkey on bench_pair.situation is '@fieldName commune';
