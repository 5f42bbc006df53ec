import { withAdminClient } from "@coordination/database";

/** Every table of the base: whether it has a row, and which rows have this in clear in a column. */
export const lireTables = (adminUrl: string, cherche: RegExp) =>
  withAdminClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ nom: string }>(
      `select format('%I.%I', schemaname, tablename) as nom from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by nom`,
    );
    const lues = [];
    for (const { nom } of rows) {
      const { rows: trouvees } = await client.query<{ ligne: string }>(
        `select t::text as ligne from ${nom} t where t::text ~* $1`,
        [cherche.source],
      );
      const { rows: lignes } = await client.query(`select from ${nom} limit 1`);
      lues.push({ nom, vide: lignes.length === 0, trouvees: trouvees.map(({ ligne }) => ligne) });
    }
    return lues;
  });
