import type { Sql } from "@coordination/database";
import type { PointContact } from "@coordination/vocabulaire";

/** The declared contacts of each structure, whoever may see them. */
export async function findContacts(
  sql: Sql,
  structureIds: readonly string[],
): Promise<(PointContact & { structureId: string })[]> {
  return sql.query<PointContact & { structureId: string }>(
    `select c.structure_id as "structureId", c.canal, c.valeur, c.diffusion, c.mis_a_jour_le as "misAJourLe", c.source
     from contact c where c.structure_id = any($1) order by c.canal, c.valeur`,
    [structureIds],
  );
}
