export const ENTETE_JSON = { "content-type": "application/json; charset=utf-8" } as const;

const PERSONNE_ET_LIEU = `
  'node', json_build_object('id', p.id, 'nom', p.nom, 'prenom', p.prenom),
  'situation', json_build_object('id', s.id,
    'structure', case when st.id is not null then json_build_object('nom', st.nom) end,
    'commune', case when c.code_insee is not null then json_build_object('nom', c.nom) end)`;

const JOINTURES = `
  join bench_pair.professionnel p on p.id = t.professionnel_id
  join bench_pair.situation s on s.id = t.situation_id
  left join bench_pair.structure st on st.id = s.structure_id
  left join bench_pair.commune c on c.code_insee = s.code_insee`;

/** $1 commune, $2 kilometres, $3 how many. */
export const SQL_PROCHES = `
  select json_build_object('data', json_build_object('professionnels', json_build_object('edges', coalesce(
    json_agg(json_build_object('distanceKm', t.distance_km, ${PERSONNE_ET_LIEU}) order by t.rang), '[]'))))::text
  from (select row_number() over () as rang, g.* from bench_pair.generalistes_proches($1, $2) g limit $3) t ${JOINTURES}`;

/** $1 beginnings of words, $2 whole words, $3 département, $4 how many. */
export const SQL_NOM = `
  with trouvee as materialized (
    select row_number() over () as rang, r.* from bench_pair.rechercher($1, $2, $3) r
  ),
  valeur as (
    select v.champ, v.code, count(*)::int as nombre
    from trouvee t join bench_pair.situation s on s.id = t.situation_id cross join lateral (values
      ('professions', s.profession), ('savoirFaire', s.savoir_faire), ('departements', s.departement)) v (champ, code)
    where v.code is not null group by v.champ, v.code
  ),
  facette as (
    select champ, json_agg(json_build_object('code', code, 'nombre', nombre) order by nombre desc, code) as valeurs
    from valeur group by champ
  )
  select json_build_object('data', json_build_object('professionnels', json_build_object(
    'totalCount', (select count(*) from trouvee),
    'facettes', (select coalesce(json_agg(json_build_object('champ', champ, 'valeurs', valeurs)), '[]') from facette),
    'edges', coalesce((
      select json_agg(json_build_object(${PERSONNE_ET_LIEU}) order by t.rang)
      from (select * from trouvee order by rang limit $4) t ${JOINTURES}), '[]'))))::text`;
