import type { Sql } from "@coordination/database";
import type { MissionCpts, PhaseProjet } from "../enums.type.ts";

/** What was declared of a CPTS. */
export interface DeclarationCpts {
  readonly structureId: string;
  /** Null when only the missions were declared. */
  readonly phase: PhaseProjet | null;
  readonly missions: MissionCpts[];
}

/** Declarations by structure; an undeclared CPTS has no row. */
export async function findDeclarationsCpts(sql: Sql, structureIds: readonly string[]): Promise<DeclarationCpts[]> {
  return sql.query<DeclarationCpts>(
    `select c.structure_id as "structureId", c.phase, c.missions from cpts c where c.structure_id = any($1)`,
    [structureIds],
  );
}
