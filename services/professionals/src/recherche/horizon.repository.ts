import type { Sql } from "@coordination/database";
import { suitLesChangements } from "./conditions.ts";
import type { ProfessionnelFiltre } from "./professionnel-filtre.input.ts";

/**
 * The instant before which every change is visible to a statement sent after this one: a client that resumes after a row
 * older than it misses nothing, however long a write takes to commit. Null for a search that does not follow changes.
 */
export async function findHorizon(sql: Sql, filtre: ProfessionnelFiltre): Promise<string | null> {
  if (!suitLesChangements(filtre)) return null;
  const [ligne] = await sql.query<{ horizon: string }>("select horizon_des_changements() as horizon");
  return ligne?.horizon ?? null;
}
