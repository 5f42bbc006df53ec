import type { Migration } from "@coordination/database";

/** Each write of a structure, or of what is declared about it, makes a new version: a client says which one it read. */
export const version: Migration = {
  name: "2026-11-23-z-version",
  up: `
alter table structures.structure add column version integer not null default 1;
create or replace function structures.dater_l_ecriture() returns trigger
  language plpgsql
  as $$ begin
    new.mis_a_jour_le := clock_timestamp();
    if tg_op = 'UPDATE' then
      new.version := old.version + 1;
    end if;
    return new;
  end $$;
`,
};
