import type { Sql } from "@coordination/database";
import type { PlageHoraire } from "./plage-horaire.type.ts";

/** The declared slots of each structure, from Monday to public holidays. */
export async function findHoraires(
  sql: Sql,
  structureIds: readonly string[],
): Promise<(PlageHoraire & { structureId: string })[]> {
  return sql.query(
    `select h.structure_id as "structureId", h.jour, h.debut, h.fin, h.sans_rendez_vous as "sansRendezVous" from horaire h
     where h.structure_id = any($1)
     order by array_position(array['LUNDI','MARDI','MERCREDI','JEUDI','VENDREDI','SAMEDI','DIMANCHE','JOUR_FERIE'], h.jour), h.debut`,
    [structureIds],
  );
}
