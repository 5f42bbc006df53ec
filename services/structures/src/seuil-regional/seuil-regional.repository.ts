import type { Sql } from "@coordination/database";
import { enVigueur } from "../territoire/territoire.repository.ts";
import type { SeuilRegional } from "./seuil-regional.rule.ts";
import type { SeuilRegional as SeuilDate } from "./seuil-regional.type.ts";

/** The thresholds of each region in force on that day, the latest of each condition. */
export async function findSeuilsRegionaux(sql: Sql, regions: readonly string[], le: string): Promise<SeuilRegional[]> {
  return sql.query<SeuilRegional>(
    `select distinct on (s.region, s.regle, s.condition) s.region, s.regle, s.condition, s.minimum, s.source
     from seuil_regional s where s.region = any($1) and ${enVigueur("s", "$2")}
     order by s.region, s.regle, s.condition, s.depuis desc`,
    [regions, le],
  );
}

/** Writes or replaces the threshold that starts on that day. */
export async function ecrireSeuil(tx: Sql, seuil: SeuilDate): Promise<void> {
  await tx.query(
    `insert into seuil_regional (region, regle, condition, minimum, depuis, jusqu_a, source) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (region, regle, condition, depuis) do update set (minimum, jusqu_a, source) =
       (excluded.minimum, excluded.jusqu_a, excluded.source)`,
    [seuil.region, seuil.regle, seuil.condition, seuil.minimum, seuil.depuis, seuil.jusquA, seuil.source],
  );
}
