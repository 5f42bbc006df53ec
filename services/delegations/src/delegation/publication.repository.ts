import type { Sql } from "@coordination/database";
import type { FicheDelegation } from "../catalogue/fiche.schema.ts";

/** Two publications at once would give the same number. */
const VERROU = 7_730_211_940;

/** The last version of a delegation, undefined when it has none; holds the numbering until the end of the transaction. */
export async function findDerniereVersion(
  tx: Sql,
  code: string,
): Promise<{ version: number; enVigueurDepuis: string; enVigueurJusquA: string | null } | undefined> {
  await tx.query("select pg_advisory_xact_lock($1)", [VERROU]);
  const [derniere] = await tx.query<{ version: number; enVigueurDepuis: string; enVigueurJusquA: string | null }>(
    `select version, en_vigueur_depuis as "enVigueurDepuis", en_vigueur_jusqu_a as "enVigueurJusquA"
     from version_delegation where code = $1 order by version desc limit 1`,
    [code],
  );
  return derniere;
}

/** Writes a version for good. */
export async function insererVersion(tx: Sql, fiche: FicheDelegation): Promise<void> {
  await tx.query(
    `insert into version_delegation (code, version, etablie_le, en_vigueur_depuis, en_vigueur_jusqu_a, contenu)
     values ($1, $2, $3, $4, $5, $6::jsonb)`,
    [
      fiche.code,
      fiche.version,
      fiche.etablieLe,
      fiche.enVigueurDepuis,
      fiche.enVigueurJusquA ?? null,
      JSON.stringify(fiche),
    ],
  );
}
