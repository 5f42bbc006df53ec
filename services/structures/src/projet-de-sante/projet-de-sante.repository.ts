import type { Sql } from "@coordination/database";
import type { ProjetDeSante } from "./projet-de-sante.type.ts";

/** The latest project of each structure, established on that day at the latest. */
export async function findProjets(
  sql: Sql,
  structureIds: readonly string[],
  le: string,
): Promise<(ProjetDeSante & { structureId: string })[]> {
  return sql.query<ProjetDeSante & { structureId: string }>(
    `select distinct on (p.structure_id) p.structure_id as "structureId", p.etabli_le as "etabliLe",
            p.coherence_prs as "coherencePrs", p.avis_prs_le as "avisPrsLe", p.validation_ars as "validationArs",
            p.valide_le as "valideLe", p.territoire, p.modalites, p.actions, p.themes
     from projet_de_sante p where p.structure_id = any($1) and p.etabli_le <= $2::date
     order by p.structure_id, p.etabli_le desc`,
    [structureIds, le],
  );
}
