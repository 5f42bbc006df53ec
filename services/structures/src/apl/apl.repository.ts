import type { Sql } from "@coordination/database";
import { communesDeTerritoires } from "../territoire/territoire.repository.ts";

/** What is published of a perimeter (`cle`: a commune, a département, a territory). */
export interface AplPubliee {
  readonly cle: string;
  readonly millesime: number;
  readonly valeur: number;
  readonly valeurSansPlusDe65Ans: number | null;
  readonly source: string;
}

/**
 * The latest accessibility of each perimeter that `membres` describes, SQL rows (cle, code_insee) over `$1`. Several
 * communes make a mean weighted by their STANDARDISED population, never a simple one: those without it are left out. The
 * variant without older doctors is a mean only when every commune has it.
 */
const dernieres = (membres: string): string => `
  with membre(cle, code_insee) as (${membres}),
  publiee as (
    select m.cle, a.*, max(a.millesime) over (partition by m.cle) as dernier, count(*) over (partition by m.cle, a.millesime) as nombre
    from membre m join apl a using (code_insee))
  select p.cle, p.millesime,
    case when max(nombre) = 1 then max(p.valeur)
         else sum(p.valeur * poids) / sum(poids) end as valeur,
    case when max(nombre) = 1 then max(p.valeur_sans_plus_de_65_ans)
         when bool_and(p.valeur_sans_plus_de_65_ans is not null)
         then sum(p.valeur_sans_plus_de_65_ans * poids) / sum(poids) end as "valeurSansPlusDe65Ans",
    min(p.source) as source
  from publiee p cross join lateral (select nullif(p.population_standardisee, 0) as poids) ponderation
  where p.millesime = p.dernier and (p.nombre = 1 or poids is not null)
  group by p.cle, p.millesime`;

/** By commune; one that is published by arrondissement (Paris, Lyon, Marseille) is their mean. */
export async function findAplDeCommunes(sql: Sql, codes: readonly string[]): Promise<AplPubliee[]> {
  return sql.query<AplPubliee>(
    dernieres(`
      select code, code from unnest($1::text[]) code
      union all
      select c.parent, c.code from commune c
      where c.parent = any($1) and not exists (select from apl a where a.code_insee = c.parent)`),
    [codes],
  );
}

/** By département: all its communes, and the arrondissements of those that are published so. */
export async function findAplDeDepartements(sql: Sql, departements: readonly string[]): Promise<AplPubliee[]> {
  return sql.query<AplPubliee>(dernieres(`select c.departement, c.code from commune c where c.departement = any($1)`), [
    departements,
  ]);
}

/** By territory of a CPTS or of a DAC, declared or assumed. */
export async function findAplDeTerritoires(sql: Sql, territoireIds: readonly string[]): Promise<AplPubliee[]> {
  return sql.query<AplPubliee>(
    dernieres(`
      select t.territoire_id, t.code_insee from (${communesDeTerritoires("$1")}) t
      union
      select t.territoire_id, c.code from (${communesDeTerritoires("$1")}) t join commune c on c.parent = t.code_insee`),
    [territoireIds],
  );
}
