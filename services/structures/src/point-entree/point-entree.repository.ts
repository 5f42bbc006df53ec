import type { Sql } from "@coordination/database";
import { COLONNES_STRUCTURE, enStructure, type LigneStructure } from "../structure/structure.repository.ts";
import type { Structure } from "../structure/structure.type.ts";
import type { LienUtile } from "./lien-utile.type.ts";

/** Open structures that take part in the SAS of each département. */
export async function findSasByDepartement(sql: Sql, departements: readonly string[]): Promise<Structure[]> {
  const lignes = await sql.query<LigneStructure>(
    `select ${COLONNES_STRUCTURE} from structure s
     where s.departement = any($1) and s.type = 'SAS' and s.ferme_le is null order by s.nom collate "fr-x-icu", s.id`,
    [departements],
  );
  return lignes.map(enStructure);
}

/** Links that serve a commune, in order; of the same code, the nearest: the département's, else the region's, else the country's. */
export async function findLiens(sql: Sql, codeInsee: string): Promise<LienUtile[]> {
  return sql.query<LienUtile>(
    `select l.code, l.libelle, l.url, l.contact, l.public, l.source, l."releveLe" from (
       select distinct on (l.code) l.*, l.releve_le as "releveLe" from commune c
       join lien_utile l on (l.departement = c.departement or l.region = c.region or (l.departement is null and l.region is null))
       where c.code = $1 order by l.code, l.departement nulls last, l.region nulls last) l
     order by l.rang, l.code`,
    [codeInsee],
  );
}
