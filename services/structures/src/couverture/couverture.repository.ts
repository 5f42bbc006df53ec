import type { Sql } from "@coordination/database";
import type { PhaseProjet } from "../enums.type.ts";
import { enVigueur } from "../territoire/territoire.repository.ts";

/** A CPTS with a territory in force on a day, for the rule to judge. */
export interface TerritoireDeCpts {
  readonly territoireId: string;
  /** The phase declared for that day. */
  readonly phaseCeJour: PhaseProjet | null;
  readonly fermeeLe: string | null;
}

/** Every territory of a CPTS in force on that day: some hundreds for the country. */
export async function findTerritoiresDeCpts(sql: Sql, le: string): Promise<TerritoireDeCpts[]> {
  return sql.query<TerritoireDeCpts>(
    `select t.id as "territoireId", (
       select p.phase from phase_cpts p where p.structure_id = s.id and p.depuis <= $1 order by p.depuis desc limit 1
     ) as "phaseCeJour", s.ferme_le as "fermeeLe"
     from territoire t join structure s on s.id = t.structure_id and s.type = 'CPTS'
     where ${enVigueur("t", "$1")}`,
    [le],
  );
}

export type Maille = "departement" | "region";

export interface Populations {
  readonly code: string;
  readonly populationCouverte: number;
  readonly populationTotale: number;
}

/**
 * True when the territories `$1` list this code (SQL). Kept inside a CASE: PostgreSQL then looks each code up in the index,
 * where a join would be planned by statistics that may not know the tables yet.
 */
const estListe = (code: string): string => `
  case when exists (select from territoire_commune tc where tc.code_insee = ${code} and tc.territoire_id = any($1))
       then true else false end`;

/** Communes of which some arrondissements are listed, with the population of these: three cities have any. */
const AVEC_LES_PARTIELLES = `
  with partielle as materialized (
    select a.parent, sum(a.population) as population from commune a
    where a.parent is not null and ${estListe("a.code")} group by a.parent)`;

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
    `${AVEC_LES_PARTIELLES}
     select c.${maille} as code, coalesce(sum(c.population), 0)::int as "populationTotale",
            coalesce(sum(case when ${estListe("c.code")} then c.population
                              when p.population is not null then least(p.population, c.population) end), 0)::int
              as "populationCouverte"
     from commune c left join partielle p on p.parent = c.code
     where c.type = 'COMMUNE' and c.${maille} = any($2) group by 1`,
    [territoireIds, codes],
  );
}

/** A commune that no territory covers. */
export interface CommuneNonCouverte {
  readonly departement: string;
  readonly codeInsee: string;
}

/**
 * Of each département, the communes that none of these territories covers, by code; of a city whose arrondissements are
 * covered in part, those of its arrondissements that are not. A département has some hundreds of communes at most.
 */
export async function findCommunesNonCouvertes(
  sql: Sql,
  departements: readonly string[],
  territoireIds: readonly string[],
): Promise<CommuneNonCouverte[]> {
  return sql.query<CommuneNonCouverte>(
    `${AVEC_LES_PARTIELLES}
     select c.departement, c.code as "codeInsee" from commune c
     where c.departement = any($2) and not ${estListe("c.code")} and not ${estListe("c.parent")}
       and (c.type = 'COMMUNE') <> (coalesce(c.parent, c.code) in (select p.parent from partielle p))
     order by c.code`,
    [territoireIds, departements],
  );
}
