import type { Sql } from "@coordination/database";
import type { MissionCpts } from "../enums.type.ts";
import type { PhaseDeclaree } from "./phase.rule.ts";

/** What was declared of a CPTS. */
export interface DeclarationCpts {
  readonly structureId: string;
  readonly missions: MissionCpts[];
  /** Oldest first; none when only the missions were declared. */
  readonly phases: PhaseDeclaree[];
}

/** Declarations by structure; an undeclared CPTS has no row. */
export async function findDeclarationsCpts(sql: Sql, structureIds: readonly string[]): Promise<DeclarationCpts[]> {
  return sql.query<DeclarationCpts>(
    `select c.structure_id as "structureId", c.missions, coalesce((
       select json_agg(json_build_object('phase', p.phase, 'depuis', p.depuis, 'source', p.source) order by p.depuis)
       from phase_cpts p where p.structure_id = c.structure_id), '[]') as phases
     from cpts c where c.structure_id = any($1)`,
    [structureIds],
  );
}
