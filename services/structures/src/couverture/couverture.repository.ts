import type { Sql } from "@coordination/database";
import { COLONNES_COMMUNE, enCommune } from "../commune/commune.repository.ts";
import type { Commune, LigneCommune } from "../commune/commune.type.ts";
import type { PhaseProjet } from "../enums.type.ts";
import { enVigueur } from "../territoire/territoire.repository.ts";

/** A CPTS with a territory in force on a day, for the rule to judge. */
export interface TerritoireDeCpts {
  readonly territoireId: string;
  readonly phaseDeclaree: PhaseProjet | null;
  readonly phaseDepuis: string | null;
  readonly fermeeLe: string | null;
}

/** Every territory of a CPTS in force on that day: some hundreds for the country. */
export async function findTerritoiresDeCpts(sql: Sql, le: string): Promise<TerritoireDeCpts[]> {
  return sql.query<TerritoireDeCpts>(
    `select t.id as "territoireId", c.phase as "phaseDeclaree", c.depuis as "phaseDepuis", s.ferme_le as "fermeeLe"
     from territoire t join structure s on s.id = t.structure_id and s.type = 'CPTS'
     left join cpts c on c.structure_id = s.id where ${enVigueur("t", "$1")}`,
    [le],
  );
}

export type Maille = "departement" | "region";

export interface Populations {
  readonly code: string;
  readonly populationCouverte: number;
  readonly populationTotale: number;
}

/** SQL rows (code) of the communes and arrondissements that the territories `$1` list, each once. */
const CODES_LISTES =
  "select distinct tc.code_insee as code from territoire_commune tc where tc.territoire_id = any($1)";

/**
 * Population covered by these territories, and total, of each département or region. A commune that is not listed itself
 * is covered for the part of its arrondissements that are (Paris, Lyon, Marseille); a person counts once.
 */
export async function countPopulationCouverte(
  sql: Sql,
  maille: Maille,
  codes: readonly string[],
  territoireIds: readonly string[],
): Promise<Populations[]> {
  return sql.query<Populations>(
    `with listee as (${CODES_LISTES}),
     partielle as (
       select a.parent, sum(a.population) as population from commune a join listee using (code)
       where a.parent is not null group by a.parent)
     select c.${maille} as code, coalesce(sum(c.population), 0)::int as "populationTotale",
            coalesce(sum(case when l.code is not null then c.population
                              when p.population is not null then least(p.population, c.population) end), 0)::int
              as "populationCouverte"
     from commune c left join listee l on l.code = c.code left join partielle p on p.parent = c.code
     where c.type = 'COMMUNE' and c.${maille} = any($2) group by 1`,
    [territoireIds, codes],
  );
}

/**
 * SQL rows of `commune c` that no territory of `$1` covers in the département `departement` (SQL): communes, or those of
 * their arrondissements that are left aside when others are covered.
 */
const nonCouvertes = (departement: string): string => `
  from commune c
  where c.departement = ${departement} and not exists (select from listee l where l.code = c.code)
    and not exists (select from listee l where l.code = c.parent)
    and (c.type = 'COMMUNE') <> exists (select from partagee p where p.parent = coalesce(c.parent, c.code))`;

const AVEC_LES_CODES = `
  with listee as materialized (${CODES_LISTES}),
  partagee as materialized (select distinct a.parent from commune a join listee using (code) where a.parent is not null)`;

/** Of each département, the `first` + 1 next communes without any of these territories, by code, after `apres`. */
export async function findCommunesNonCouvertes(
  sql: Sql,
  departements: readonly string[],
  { territoireIds, first, apres }: { territoireIds: readonly string[]; first: number; apres: string | null },
): Promise<Commune[]> {
  const lignes = await sql.query<LigneCommune>(
    `${AVEC_LES_CODES}
     select page.* from unnest($2::text[]) demande(departement)
     cross join lateral (
       select ${COLONNES_COMMUNE} ${nonCouvertes("demande.departement")} and ($3::text is null or c.code > $3)
       order by c.code limit $4) page
     order by page."codeInsee"`,
    [territoireIds, departements, apres, first + 1],
  );
  return lignes.map(enCommune);
}

/** How many there are in each département; a département without any has no row. */
export async function countCommunesNonCouvertes(
  sql: Sql,
  departements: readonly string[],
  territoireIds: readonly string[],
): Promise<{ departement: string; nombre: number }[]> {
  return sql.query<{ departement: string; nombre: number }>(
    `${AVEC_LES_CODES}
     select c.departement, count(*) as nombre ${nonCouvertes("any($2)")} group by c.departement`,
    [territoireIds, departements],
  );
}
