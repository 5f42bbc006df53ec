import type { LigneProfessionnel } from "../professionnel/professionnel.repository.ts";

/** A person found, with the activity that answers best. */
export interface LigneTrouvee extends LigneProfessionnel {
  readonly situationId: string;
  readonly distanceKm: number | null;
  readonly score: number | null;
}
