import type { Sql } from "@coordination/database";
import { chargeurDeListes, parArguments } from "../chargement.ts";
import { findIndicateursDeRegions } from "./indicateur.repository.ts";

/** Recorded indicators of regions, asked once for all in a request. */
export const createIndicateurLoaders = (sql: Sql) => ({
  indicateursByRegion: parArguments(({ le }: { le: string }) =>
    chargeurDeListes(
      (regions) => findIndicateursDeRegions(sql, regions, le),
      ({ region }) => region ?? "",
    ),
  ),
});
