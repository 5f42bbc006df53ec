import type { Sql } from "@coordination/database";
import type { SavoirFaire } from "./savoir-faire.type.ts";

/** Know-hows that the published files name, of one profession or of all. */
export const findSavoirFairePublies = (sql: Sql, profession: string | null): Promise<SavoirFaire[]> =>
  sql.query<SavoirFaire>(
    `select distinct on (code) code, libelle, type from savoir_faire_publie
     where $1::text is null or profession = $1 order by code, profession`,
    [profession],
  );
