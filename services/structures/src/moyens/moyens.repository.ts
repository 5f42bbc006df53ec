import type { Sql } from "@coordination/database";
import type { ModaliteAccueil } from "@coordination/vocabulaire";
import type { CollegeGouvernance, Equipement } from "../enums.type.ts";
import type { AssistantsMedicaux } from "./moyens.type.ts";

/** What a structure declared as lists; null when nobody said anything, empty when somebody said « none ». */
export interface ListesDeclarees {
  readonly structureId: string;
  readonly equipements: Equipement[] | null;
  readonly modalites: ModaliteAccueil[] | null;
  readonly zoneIntervention: string[] | null;
  readonly colleges: CollegeGouvernance[] | null;
}

/** The declared lists of each structure; no row for a structure that declared none. */
export async function findListesDeclarees(sql: Sql, structureIds: readonly string[]): Promise<ListesDeclarees[]> {
  const lignes = await sql.query<{ structureId: string; faits: Readonly<Record<string, string[]>> }>(
    `select l.structure_id as "structureId", json_object_agg(l.fait, l.valeurs) as faits
     from liste_declaree l where l.structure_id = any($1) group by l.structure_id`,
    [structureIds],
  );
  return lignes.map(({ structureId, faits }) => ({
    structureId,
    equipements: (faits.EQUIPEMENTS as Equipement[] | undefined) ?? null,
    modalites: (faits.MODALITES as ModaliteAccueil[] | undefined) ?? null,
    zoneIntervention: faits.ZONE_INTERVENTION ?? null,
    colleges: (faits.COLLEGES as CollegeGouvernance[] | undefined) ?? null,
  }));
}

/** The medical assistants that structures declared; no row when nothing was declared. */
export async function findAssistantsMedicaux(
  sql: Sql,
  structureIds: readonly string[],
): Promise<(AssistantsMedicaux & { structureId: string })[]> {
  return sql.query<AssistantsMedicaux & { structureId: string }>(
    `select a.structure_id as "structureId", a.nombre, a.etp, a.missions
     from assistants_medicaux a where a.structure_id = any($1)`,
    [structureIds],
  );
}
