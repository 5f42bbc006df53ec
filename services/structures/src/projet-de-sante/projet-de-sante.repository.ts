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

/** A project as it is written down. */
export interface ProjetAEcrire extends Omit<ProjetDeSante, "etabliLe"> {
  readonly structureId: string;
  readonly etabliLe: string;
  readonly source: string;
}

/** Writes or replaces the project of that day; without `avecConstats` what the agency found of it stays. */
export async function ecrireProjet(
  tx: Sql,
  projet: ProjetAEcrire,
  { avecConstats }: { avecConstats: boolean },
): Promise<void> {
  const constats = avecConstats
    ? ", coherence_prs = excluded.coherence_prs, avis_prs_le = excluded.avis_prs_le, validation_ars = excluded.validation_ars, valide_le = excluded.valide_le"
    : "";
  await tx.query(
    `insert into projet_de_sante (structure_id, etabli_le, coherence_prs, avis_prs_le, validation_ars, valide_le, territoire, modalites,
       actions, themes, source) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (structure_id, etabli_le) do update set territoire = excluded.territoire, modalites = excluded.modalites,
       actions = excluded.actions, themes = excluded.themes, source = excluded.source${constats}`,
    [
      projet.structureId,
      projet.etabliLe,
      projet.coherencePrs,
      projet.avisPrsLe,
      projet.validationArs,
      projet.valideLe,
      projet.territoire,
      projet.modalites,
      projet.actions,
      projet.themes,
      projet.source,
    ],
  );
}
