import type { Migration } from "@coordination/database";

/**
 * How a line of the register was hashed: the lines written from now on cover the label of the actor too (2); those written before
 * are verified as they were written (1).
 */
export const formeDesTraces: Migration = {
  name: "2026-11-26-forme-des-traces",
  up: "alter table trace_acces add column forme smallint not null default 1;",
};
