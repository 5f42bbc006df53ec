import { toutes } from "./conditions.ts";
import type { Source, Travail } from "./sources.ts";

/** Who has changed since `depuis`: the person's own row, or one of the activities. */
export const ontChange = (depuis: string): string => `
  select p.mis_a_jour_le as quand, p.id from professionnel p where p.mis_a_jour_le >= ${depuis}
  union all
  select s.mis_a_jour_le, s.professionnel_id from situation s where s.mis_a_jour_le >= ${depuis}`;

/**
 * What has changed, the oldest change first, each person once at the latest one; what has ended is there too. The two
 * indexes by date are read together, and left when the page is full.
 */
export function changements(travail: Travail, depuis: string): Source {
  const { suite, ordre, taille } = travail;
  return {
    avec: [],
    depuis: `(select t.* from (
        select distinct on (t.quand, t.id) t.quand, t.id from (${ontChange(depuis)}) t where ${suite} order by ${ordre}) c
      cross join lateral (
        select c.quand, c.id, s.id as situation_id, null::float8 as distance, null::float8 as score, false as perimee
        from situation s where s.professionnel_id = c.id and ${toutes(travail)}
        order by s.mis_a_jour_le desc, s.id limit 1) t
      where not exists (select from professionnel p where p.id = c.id and p.mis_a_jour_le > c.quand)
        and not exists (select from situation s where s.professionnel_id = c.id and s.mis_a_jour_le > c.quand)
      limit ${taille}) t`,
  };
}
