import type { Sql } from "@coordination/database";
import { CODES_MEDECINE_GENERALE } from "@coordination/referentiels";
import type { Effectif } from "@coordination/vocabulaire";
import { situationEnVigueur } from "../situation/situation.repository.ts";

export interface EffectifDeStructure extends Effectif {
  readonly structureId: string;
}

/** People who care for patients in each structure, by profession: each counted once, whatever the number of activities. */
export const countEffectifsByStructures = (
  sql: Sql,
  ids: readonly string[],
  aujourdhui: string,
): Promise<EffectifDeStructure[]> =>
  sql.query<EffectifDeStructure>(
    `select structure_id as "structureId", profession, count(distinct professionnel_id) as nombre,
            count(distinct professionnel_id) filter (where profession = '10' and savoir_faire = any($2)) as "medecinsGeneralistes"
     from situation s where structure_id = any($1) and ferme_le is null and soignante and ${situationEnVigueur("$3::date")}
     group by structure_id, profession order by structure_id, profession`,
    [ids, CODES_MEDECINE_GENERALE, aujourdhui],
  );
