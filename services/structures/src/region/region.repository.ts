import type { Sql } from "@coordination/database";
import type { Region } from "./region.type.ts";

/** Regions by code, with the population of their communes. */
export async function findRegions(sql: Sql, codes: readonly string[]): Promise<Region[]> {
  return sql.query<Region>(
    `select r.code, r.nom, coalesce(sum(c.population), 0)::int as population
     from region r left join departement d on d.region = r.code
     left join commune c on c.departement = d.code and c.type = 'COMMUNE'
     where r.code = any($1) group by r.code`,
    [codes],
  );
}
