import { toutes } from "./conditions.ts";
import type { Parametres } from "./parametres.ts";
import type { Question } from "./question.ts";
import type { Source, Travail } from "./sources.ts";

/** From when to when changes are followed, in SQL. */
export interface Periode {
  readonly depuis: string;
  /** Later changes wait: an older one may not be visible yet. */
  readonly horizon: string;
}

/** Writes the period; null when the search does not follow changes. */
export function ecrirePeriode({ criteres, horizon }: Question, { lier }: Parametres): Periode | null {
  const { modifieDepuis } = criteres.filtre;
  if (modifieDepuis === null || modifieDepuis === undefined) return null;
  return { depuis: `${lier(modifieDepuis.toISOString())}::timestamptz`, horizon: `${lier(horizon)}::timestamptz` };
}

/** Who has changed meanwhile: the person's own row, or one of the activities. */
export const ontChange = ({ depuis, horizon }: Periode): string => `
  select p.mis_a_jour_le as quand, p.id from professionnel p where p.mis_a_jour_le >= ${depuis} and p.mis_a_jour_le < ${horizon}
  union all
  select s.mis_a_jour_le, s.professionnel_id from situation s where s.mis_a_jour_le >= ${depuis} and s.mis_a_jour_le < ${horizon}`;

/**
 * What has changed, the oldest change first, each person once at the latest one; what has ended is there too. The two
 * indexes by date are read together, and left when the page is full.
 */
export function changements(travail: Travail, periode: Periode): Source {
  const { suite, ordre, taille } = travail;
  return {
    avec: [],
    depuis: `(select t.* from (
        select distinct on (t.quand, t.id) t.quand, t.id from (${ontChange(periode)}) t where ${suite} order by ${ordre}) c
      cross join lateral (
        select c.quand, c.id, s.id as situation_id, null::float8 as distance, null::float8 as score, false as perimee
        from situation s where s.professionnel_id = c.id and ${toutes(travail)}
        order by s.mis_a_jour_le desc, s.id limit 1) t
      where not exists (select from professionnel p where p.id = c.id and p.mis_a_jour_le > c.quand offset 0)
        and not exists (select from situation s where s.professionnel_id = c.id and s.mis_a_jour_le > c.quand offset 0)
      order by ${ordre} limit ${taille}) t`,
  };
}
