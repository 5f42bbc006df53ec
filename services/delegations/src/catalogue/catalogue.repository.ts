import type { Sql } from "@coordination/database";
import type { FichesCatalogue } from "./catalogue.ts";

/** What was published, as of a revision: the same number, the same content. */
export interface FichesPubliees extends FichesCatalogue {
  readonly revision: number;
}

/** The revision of the catalogue. */
export async function findRevision(sql: Sql): Promise<number> {
  const [ligne] = await sql.query<{ revision: number }>("select revision from catalogue_revision");
  return ligne?.revision ?? 0;
}

/** Everything that was ever published, in one statement; the files were checked before they were written. */
export async function findFichesPubliees(sql: Sql): Promise<FichesPubliees> {
  const [lignes] = await sql.query<FichesPubliees>(`
    select
      (select revision from catalogue_revision) as revision,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'code', code, 'libelle', libelle, 'gestes', gestes, 'synonymes', synonymes)), '[]') from acte) as actes,
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'libelle', libelle)), '[]') from critere) as criteres,
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'libelle', libelle)), '[]') from habilitation)
        as habilitations,
      (select coalesce(jsonb_agg(contenu), '[]') from version_delegation) as delegations`);
  return lignes ?? { revision: 0, actes: [], criteres: [], habilitations: [], delegations: [] };
}
