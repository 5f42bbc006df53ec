import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { withAdminClient } from "@coordination/database";
import { DOSSIER } from "../dossier.ts";

/**
 * Makes the tables that the other contestants answer from, out of what the importers wrote; leaves them alone when they
 * come from the same statements.
 */
export async function preparerLesTables(adminUrl: string): Promise<void> {
  const sql = await readFile(join(DOSSIER, "sql", "pair.sql"), "utf8");
  const empreinte = createHash("sha256").update(sql).digest("hex");
  await withAdminClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ empreinte: string | null }>(
      "select obj_description(oid, 'pg_namespace') as empreinte from pg_namespace where nspname = 'bench_pair'",
    );
    if (rows[0]?.empreinte === empreinte) return;
    await client.query("drop schema if exists bench_pair cascade");
    await client.query(sql);
    await client.query(
      "vacuum (analyze) bench_pair.professionnel, bench_pair.situation, bench_pair.structure, bench_pair.commune",
    );
    await client.query(`comment on schema bench_pair is '${empreinte}'`);
  });
}
