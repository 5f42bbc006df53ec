import type { Sql } from "@coordination/database";
import { COLONNES_STRUCTURE, enStructure, type LigneStructure } from "../structure/structure.repository.ts";
import type { Structure } from "../structure/structure.type.ts";

/** Open structures that take part in the SAS of each département. */
export async function findSasByDepartement(sql: Sql, departements: readonly string[]): Promise<Structure[]> {
  const lignes = await sql.query<LigneStructure>(
    `select ${COLONNES_STRUCTURE} from structure s
     where s.departement = any($1) and s.type = 'SAS' and s.ferme_le is null order by s.nom collate "fr-x-icu", s.id`,
    [departements],
  );
  return lignes.map(enStructure);
}
