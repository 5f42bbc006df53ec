import type { Sql } from "@coordination/database";

/** The codes that are those of a commune, among these. */
export async function findCodesConnus(sql: Sql, codesInsee: readonly string[]): Promise<string[]> {
  const rows = await sql.query<{ code_insee: string }>(
    "select code_insee from commune_connue where code_insee = any($1)",
    [codesInsee],
  );
  return rows.map((row) => row.code_insee);
}
