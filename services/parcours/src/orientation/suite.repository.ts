import type { Sql } from "@coordination/database";
import { COLONNES_ORIENTATION, type LigneOrientation } from "./orientation.repository.ts";

/** The referrals that follow these, among those that this reader may see, in order. */
export const findSuites = (sql: Sql, ids: readonly string[]): Promise<LigneOrientation[]> =>
  sql.query<LigneOrientation>(
    `select ${COLONNES_ORIENTATION} from orientation o where o.origine_id = any($1::uuid[]) order by o.envoyee_le, o.id`,
    [ids],
  );
