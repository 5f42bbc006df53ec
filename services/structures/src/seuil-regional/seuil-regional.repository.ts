import type { Sql } from "@coordination/database";
import { enVigueur } from "../territoire/territoire.repository.ts";
import type { SeuilRegional } from "./seuil-regional.rule.ts";

/** The thresholds of each region in force on that day, the latest of each condition. */
export async function findSeuilsRegionaux(sql: Sql, regions: readonly string[], le: string): Promise<SeuilRegional[]> {
  return sql.query<SeuilRegional>(
    `select distinct on (s.region, s.regle, s.condition) s.region, s.regle, s.condition, s.minimum, s.source
     from seuil_regional s where s.region = any($1) and ${enVigueur("s", "$2")}
     order by s.region, s.regle, s.condition, s.depuis desc`,
    [regions, le],
  );
}
