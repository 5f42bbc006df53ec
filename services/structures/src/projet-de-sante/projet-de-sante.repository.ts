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
            p.valide_le as "valideLe", p.territoire, p.modalites, p.actions, p.themes,
            p.source, p.constats_source as "sourceDesConstats"
     from projet_de_sante p where p.structure_id = any($1) and p.etabli_le <= $2::date
     order by p.structure_id, p.etabli_le desc`,
    [structureIds, le],
  );
}

/** A project as it is written down; what is null is not said, and stays as it was. */
export interface ProjetAEcrire extends Omit<ProjetDeSante, "etabliLe" | "actions" | "themes" | "sourceDesConstats"> {
  readonly structureId: string;
  readonly etabliLe: string;
  readonly actions: string[] | null;
  readonly themes: string[] | null;
}

/** What its own people, or the agency, say of the content of a project: the source is theirs when they said any of it. */
const CONTENU = `
  territoire = coalesce(excluded.territoire, p.territoire), modalites = coalesce(excluded.modalites, p.modalites),
  actions = coalesce($9::text[], p.actions), themes = coalesce($10::text[], p.themes),
  source = case when num_nonnulls($7::text, $8::text, $9::text[], $10::text[]) > 0 then excluded.source else p.source end`;

const CONSTATS = `, coherence_prs = excluded.coherence_prs, avis_prs_le = excluded.avis_prs_le, validation_ars = excluded.validation_ars,
  valide_le = excluded.valide_le, constats_source = excluded.constats_source`;

/** Writes or completes the project of that day; without `avecConstats` what the agency found of it stays. */
export async function ecrireProjet(
  tx: Sql,
  projet: ProjetAEcrire,
  { avecConstats }: { avecConstats: boolean },
): Promise<void> {
  await tx.query(
    `insert into projet_de_sante as p (structure_id, etabli_le, coherence_prs, avis_prs_le, validation_ars, valide_le, territoire, modalites,
       actions, themes, source, constats_source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9::text[], '{}'), coalesce($10::text[], '{}'), $11, $12)
     on conflict (structure_id, etabli_le) do update set ${CONTENU}${avecConstats ? CONSTATS : ""}`,
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
      avecConstats ? projet.source : null,
    ],
  );
}
