import type { Sql } from "@coordination/database";
import type { FichesCatalogue } from "./catalogue.ts";

/** Everything that was ever published, in one statement; the files were checked before they were written. */
export async function findFichesPubliees(sql: Sql): Promise<FichesCatalogue> {
  const [lignes] = await sql.query<FichesCatalogue>(`
    select
      (select coalesce(jsonb_agg(jsonb_build_object(
         'code', code, 'libelle', libelle, 'gestes', gestes, 'synonymes', synonymes)), '[]') from acte) as actes,
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'libelle', libelle)), '[]') from critere) as criteres,
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'libelle', libelle)), '[]') from habilitation)
        as habilitations,
      (select coalesce(jsonb_agg(contenu), '[]') from version_delegation) as delegations`);
  return lignes ?? { actes: [], criteres: [], habilitations: [], delegations: [] };
}
