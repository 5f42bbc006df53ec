import type { Migration } from "@coordination/database";

/** The class of the advisory locks by which writers say since when they have been writing; `structures` has its own. */
const CLASSE = 7730213;
/** Seconds are counted from 2020, so that they fit an int. */
const ORIGINE = 1577836800;

const TABLES = ["professionnel", "situation"] as const;

/**
 * Changes in an order that a client can resume: each row is dated at the instant of its write, and no row is shown while an
 * older write is under way, which could still appear before it. Whoever writes holds, until the end of its transaction, a
 * shared lock that names the second it began to write in.
 */
export const horizon: Migration = {
  name: "2026-11-22-suivi-horizon",
  up: `
    -- To be called before what is written is dated: gives the first instant that may date it.
    create function annoncer_une_ecriture() returns timestamptz
      language plpgsql volatile
      as $$ begin
        perform pg_advisory_xact_lock_shared(${CLASSE}, floor(extract(epoch from clock_timestamp()))::int - ${ORIGINE});
        return clock_timestamp();
      end $$;
    create function annoncer_l_ecriture() returns trigger
      language plpgsql
      as $$ begin
        perform professionals.annoncer_une_ecriture();
        return null;
      end $$;
    create function dater_l_ecriture() returns trigger
      language plpgsql
      as $$ begin
        new.mis_a_jour_le := clock_timestamp();
        return new;
      end $$;
    ${TABLES.map(
      (table) => `
    create trigger annoncer_l_ecriture before insert or update on ${table}
      for each statement execute function annoncer_l_ecriture();
    create trigger dater_la_nouvelle before insert on ${table}
      for each row execute function dater_l_ecriture();
    create trigger dater_la_modifiee before update on ${table}
      for each row when (old.mis_a_jour_le is distinct from new.mis_a_jour_le) execute function dater_l_ecriture();`,
    ).join("")}

    -- Before this instant, every change is visible to whoever asks afterwards. The clock is read before the locks: a writer
    -- that announces itself between the two dates what it writes later.
    create function horizon_des_changements() returns timestamptz
      language plpgsql volatile
      as $$
      declare
        maintenant timestamptz := clock_timestamp();
      begin
        return least(maintenant, (
          select min(to_timestamp(${ORIGINE} + l.objid::bigint)) from pg_catalog.pg_locks l
          where l.locktype = 'advisory' and l.classid = ${CLASSE} and l.objsubid = 2
            and l.database = (select oid from pg_catalog.pg_database where datname = current_database())));
      end $$;
  `,
};
