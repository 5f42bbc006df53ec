import type { Migration } from "@coordination/database";

/**
 * The phases of a CPTS, each from its first day to the eve of the next: what it was at a past date stays known. A phase
 * that had no date holds from the day of this migration.
 */
export const phasesDatees: Migration = {
  name: "2026-11-23-phases-datees",
  up: `
create table structures.phase_cpts (
  structure_id text not null references structures.cpts,
  depuis date not null,
  phase text not null check (phase in ('EMERGENCE', 'PRE_PROJET_DEPOSE', 'EN_VALIDATION', 'EN_FONCTIONNEMENT', 'DISSOUTE')),
  source text not null,
  primary key (structure_id, depuis)
);
insert into structures.phase_cpts (structure_id, depuis, phase, source)
select structure_id, coalesce(depuis, current_date), phase, source from structures.cpts where phase is not null;
alter table structures.cpts drop column phase, drop column depuis;

create trigger touche_structure_ins after insert on structures.phase_cpts
  for each row execute function structures.toucher_la_structure();
create trigger touche_structure_maj after update on structures.phase_cpts
  for each row when (old is distinct from new) execute function structures.toucher_la_structure();
create trigger touche_structure_sup after delete on structures.phase_cpts
  for each row execute function structures.toucher_la_structure();
`,
};
