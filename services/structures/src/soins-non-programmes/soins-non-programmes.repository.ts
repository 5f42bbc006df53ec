import type { Sql } from "@coordination/database";
import type { SoinsNonProgrammes } from "./soins-non-programmes.type.ts";

/** The order of the week, for slots. */
const JOURS =
  "array_position(array['LUNDI', 'MARDI', 'MERCREDI', 'JEUDI', 'VENDREDI', 'SAMEDI', 'DIMANCHE', 'JOUR_FERIE'], p.jour)";

/** What each structure declared of its unscheduled care, slots included, in one statement; no row when it declared nothing. */
export async function findSoinsNonProgrammes(
  sql: Sql,
  structureIds: readonly string[],
): Promise<(SoinsNonProgrammes & { structureId: string })[]> {
  return sql.query<SoinsNonProgrammes & { structureId: string }>(
    `select s.structure_id as "structureId", s.sans_rendez_vous as "sansRendezVous", s.publics,
            s.regulation_prealable as "regulationPrealable", s.gravite_max as "graviteMax",
            (select coalesce(json_agg(json_build_object('jour', p.jour, 'debut', p.debut, 'fin', p.fin,
                      'sansRendezVous', p.sans_rendez_vous) order by ${JOURS}, p.debut), '[]')
             from plage_non_programmee p where p.structure_id = s.structure_id) as plages
     from soins_non_programmes s where s.structure_id = any($1)`,
    [structureIds],
  );
}
