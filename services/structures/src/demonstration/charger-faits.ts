import type { Sql } from "@coordination/database";
import type pg from "pg";
import { ecrireAci } from "../aci/aci.repository.ts";
import { ecrireMiseAJour } from "../declaration/mise-a-jour.repository.ts";
import { ecrireLabel } from "../label/label.repository.ts";
import type { DonneesStructures } from "./donnees.ts";

/** Writes what structures and agencies would declare by mutations, through the very writes of the mutations. */
export async function chargerFaits(client: pg.Client, donnees: DonneesStructures): Promise<void> {
  const { source, le, faits = [], acis = [], labels = [] } = donnees;
  await dansLeSchema(client, async (sql) => {
    for (const fait of faits) {
      await ecrireMiseAJour(sql, { structureId: fait.structureId, source, le }, { ...fait, source });
    }
    for (const { ars = null, ...aci } of acis) await ecrireAci(sql, { ...aci, ars, source });
    for (const { label, expireLe = null, ...decision } of labels) {
      await ecrireLabel(sql, label, { ...decision, expireLe, source });
    }
  });
}

/** The service's own search path for a while: its repositories name tables without their schema. */
async function dansLeSchema(client: pg.Client, travail: (sql: Sql) => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ chemin: string }>("select current_setting('search_path') as chemin");
  await client.query("set local search_path to structures, extensions, public");
  await travail({
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row & pg.QueryResultRow>(text, [...values])).rows,
  });
  await client.query("select set_config('search_path', $1, true)", [rows[0]?.chemin ?? ""]);
}
