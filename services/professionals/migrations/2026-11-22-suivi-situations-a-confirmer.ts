import type { Migration } from "@coordination/database";

/**
 * A place that the structure which welcomes somebody declares waits for that person's word. Until then it holds on no day
 * (it ended before all of them), so that nothing that looks for people finds it; the dates it will have stand beside.
 */
export const situationsAConfirmer: Migration = {
  name: "2026-11-22-suivi-situations-a-confirmer",
  up: `
    alter table situation
      add column confirmee boolean not null default true,
      add column depuis_propose date,
      add column jusqu_a_propose date check (jusqu_a_propose >= depuis_propose),
      add constraint situation_confirmee check (
        case when confirmee then depuis_propose is null and jusqu_a_propose is null
             else declaree_le is not null and depuis_propose is not null and depuis is null and jusqu_a = '-infinity' end);
  `,
};
