/**
 * SQL that places activities: which commune, and which point, from what the file says and what the projections know.
 * `relation` has the columns `cle`, structure_id, code_commune_source, departement_source, code_postal, ville, francaise.
 *
 * Commune: the file's code, else the known structure's, else the only commune of the postal code, else the one that the
 * postal code and the town's name designate; a code that nobody knows is kept as it is. Position: the known structure's,
 * else the commune's centre. An address abroad has neither (domaine.md §1.1).
 *
 * Names of towns are compared once for each town that is written, not for each activity, that comparison being costly:
 * `villes` is where `sqlVilles` of the same relation was kept. Apart from it, activities are shared between the cores.
 */
export const sqlLocalisation = (relation: string, cle: string, villes: string): string => `
  with deduite as (
    select r.${cle}, r.francaise, r.departement_source,
           case when r.francaise
             then coalesce(citee.code_insee, s.code_insee, ecrite.code_insee, r.code_commune_source) end as code_insee,
           case when r.francaise then s.latitude end as latitude_structure,
           case when r.francaise then s.longitude end as longitude_structure,
           case when r.francaise then s.precision end as precision_structure
    from ${relation} r
    left join professionals.commune_connue citee on citee.code_insee = r.code_commune_source
    left join professionals.structure_connue s on s.id = r.structure_id
    left join ${villes} ecrite on ecrite.code_postal = r.code_postal and ecrite.ville = coalesce(r.ville, '')
  )
  select d.${cle}, d.code_insee,
         case when d.code_insee ~ '^9[78]' then left(d.code_insee, 3)
              else coalesce(left(d.code_insee, 2), case when d.francaise then d.departement_source end) end as departement,
         coalesce(d.latitude_structure, c.latitude) as latitude,
         coalesce(d.longitude_structure, c.longitude) as longitude,
         case when d.latitude_structure is not null then d.precision_structure
              when c.latitude is not null then 'COMMUNE' end as precision
  from deduite d
  left join professionals.commune_connue c on c.code_insee = d.code_insee`;

/** The commune of each town as it is written (code_postal, ville) where no known commune is cited; null when several may be. */
export const sqlVilles = (relation: string): string => `
  with par_code_postal as (
    select cp as code_postal, code_insee, professionals.libelle_commune(nom) as libelle, count(*) over (partition by cp) as communes
    from professionals.commune_connue cross join unnest(codes_postaux) as cp
  ),
  seule as (select code_postal, code_insee from par_code_postal where communes = 1),
  nommee as (select code_postal, libelle, min(code_insee) as code_insee from par_code_postal group by 1, 2 having count(*) = 1)
  select e.code_postal, e.ville, coalesce(s.code_insee, n.code_insee) as code_insee
  from (select distinct code_postal, coalesce(ville, '') as ville from ${relation} r where francaise and code_postal is not null
          and not exists (select from professionals.commune_connue c where c.code_insee = r.code_commune_source)) e
  left join seule s on s.code_postal = e.code_postal
  left join nommee n on n.code_postal = e.code_postal and n.libelle = professionals.libelle_commune(e.ville)`;
