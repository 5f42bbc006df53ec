/**
 * SQL that places activities: which commune, and which point, from what the file says and what the projections know.
 * `relation` has the columns id, structure_id, code_commune_source, departement_source, code_postal, ville, francaise.
 *
 * Commune: the file's code, else the known structure's, else the only commune of the postal code, else the one that the
 * postal code and the town's name designate; a code that nobody knows is kept as it is. Position: the known structure's,
 * else the commune's centre. An address abroad has neither (domaine.md §1.1).
 */
export const sqlLocalisation = (relation: string): string => `
  with par_code_postal as (
    select cp as code_postal, code_insee, professionals.libelle_commune(nom) as libelle, count(*) over (partition by cp) as communes
    from professionals.commune_connue cross join unnest(codes_postaux) as cp
  ),
  seule as (select code_postal, code_insee from par_code_postal where communes = 1),
  nommee as (select code_postal, libelle, min(code_insee) as code_insee from par_code_postal group by 1, 2 having count(*) = 1),
  deduite as (
    select r.id, r.francaise, r.departement_source,
           coalesce(citee.code_insee, s.code_insee, seule.code_insee, nommee.code_insee, r.code_commune_source) as code_insee,
           s.latitude as latitude_structure, s.longitude as longitude_structure, s.precision as precision_structure
    from ${relation} r
    left join professionals.commune_connue citee on citee.code_insee = r.code_commune_source
    left join professionals.structure_connue s on s.id = r.structure_id
    left join seule on seule.code_postal = r.code_postal
    left join nommee on nommee.code_postal = r.code_postal and nommee.libelle = professionals.libelle_commune(r.ville)
    where r.francaise
  )
  select r.id, d.code_insee,
         case when d.code_insee ~ '^9[78]' then left(d.code_insee, 3)
              else coalesce(left(d.code_insee, 2), case when r.francaise then r.departement_source end) end as departement,
         coalesce(d.latitude_structure, c.latitude) as latitude,
         coalesce(d.longitude_structure, c.longitude) as longitude,
         case when d.latitude_structure is not null then d.precision_structure
              when c.latitude is not null then 'COMMUNE' end as precision
  from ${relation} r
  left join deduite d on d.id = r.id
  left join professionals.commune_connue c on c.code_insee = d.code_insee`;
