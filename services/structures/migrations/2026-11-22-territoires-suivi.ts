import type { Migration } from "@coordination/database";

/**
 * The horizon of changes reads its clock before it looks at who is writing: a writer that announces itself between the two
 * dates what it writes later than the horizon.
 */
export const horizonDesModifications: Migration = {
  name: "2026-11-22-territoires-suivi",
  up: `
    create or replace function structures.horizon_des_modifications() returns timestamptz
      language plpgsql volatile
      as $$
      declare
        maintenant timestamptz := clock_timestamp();
      begin
        return least(maintenant, (
          select min(to_timestamp(1577836800 + l.objid::bigint)) from pg_catalog.pg_locks l
          where l.locktype = 'advisory' and l.classid = 7730212 and l.objsubid = 2
            and l.database = (select oid from pg_catalog.pg_database where datname = current_database())));
      end $$;
  `,
};
