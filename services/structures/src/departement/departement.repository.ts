import type { Sql } from "@coordination/database";
import type { Departement } from "./departement.type.ts";

/** Départements by code, with the population of their communes (arrondissements are inside their commune). */
export async function findDepartements(sql: Sql, codes: readonly string[]): Promise<Departement[]> {
  return sql.query<Departement>(
    `select d.code, d.nom, d.region as "codeRegion", coalesce(sum(c.population), 0)::int as population
     from departement d left join commune c on c.departement = d.code and c.type = 'COMMUNE'
     where d.code = any($1) group by d.code`,
    [codes],
  );
}
