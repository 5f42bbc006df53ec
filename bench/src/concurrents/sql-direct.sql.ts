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

/** $1 the name, $2 the département, $3 how many. */
export const SQL_NOM = `
  with trouvee as materialized (
    select row_number() over () as rang, r.* from bench_pair.rechercher($1, $2) r
  ),
  facette as (
    select champ, json_agg(json_build_object('code', code, 'nombre', nombre) order by nombre desc, code) as valeurs
    from bench_pair.compter($1, $2) group by champ
  )
  select json_build_object('data', json_build_object('professionnels', json_build_object(
    'totalCount', (select count(*) from trouvee),
    'facettes', (select coalesce(json_agg(json_build_object('champ', champ, 'valeurs', valeurs)), '[]') from facette),
    'edges', coalesce((
      select json_agg(json_build_object(${PERSONNE_ET_LIEU}) order by t.rang)
      from (select * from trouvee order by rang limit $3) t ${JOINTURES}), '[]'))))::text`;
