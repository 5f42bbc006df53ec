import type pg from "pg";

/** A table being built anew beside the one in use: same columns, defaults, checks and rights; indexes come last. */
export interface TableNeuve {
  readonly schema: string;
  readonly nom: string;
  /** The name to write to until the exchange, qualified. */
  readonly neuve: string;
}

const NEUVE = "_neuve";

/** Where the catalogue finds the table in use; names come from code, never from a file. */
export const oid = ({ schema, nom }: TableNeuve): string => `'${schema}.${nom}'::regclass`;
export const enUsage = ({ schema, nom }: TableNeuve): string => `${schema}.${nom}`;

/** Creates an empty `<nom>_neuve`, without indexes nor foreign keys. What an interrupted try left is replaced. */
export async function creerTableNeuve(client: pg.Client, schema: string, nom: string): Promise<TableNeuve> {
  const table = { schema, nom, neuve: `${schema}.${nom}${NEUVE}` };
  await client.query(`drop table if exists ${table.neuve};
    create table ${table.neuve} (like ${enUsage(table)} including all excluding indexes)`);
  const { rows } = await client.query<{ droit: string }>(
    `select format('grant %s on ${table.neuve} to %s', privilege_type,
       case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end) as droit
     from pg_class, aclexplode(relacl) where oid = ${oid(table)} and grantee <> relowner`,
  );
  for (const { droit } of rows) await client.query(droit);
  return table;
}

/** The columns of the table that an import does not write (declared by others), and what a new row has in them. */
export async function colonnesDesAutres(
  client: pg.Client,
  table: TableNeuve,
  siennes: readonly string[],
): Promise<{ colonne: string; defaut: string }[]> {
  const { rows } = await client.query<{ colonne: string; defaut: string }>(
    `select quote_ident(attname) as colonne, coalesce(pg_get_expr(adbin, adrelid), 'null') as defaut
     from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
     where attrelid = ${oid(table)} and attnum > 0 and not attisdropped and attgenerated = '' and not attname = any($1)
     order by attnum`,
    [siennes],
  );
  return rows;
}

interface IndexEnUsage {
  readonly nom: string;
  readonly definition: string;
  readonly contrainte: string | null;
  readonly type: string | null;
}

const indexDe = async (client: pg.Client, table: TableNeuve): Promise<IndexEnUsage[]> =>
  (
    await client.query<IndexEnUsage>(
      `select i.relname as nom, pg_get_indexdef(x.indexrelid) as definition, c.conname as contrainte,
         case c.contype when 'p' then 'primary key' when 'u' then 'unique' end as type
       from pg_index x join pg_class i on i.oid = x.indexrelid
       left join pg_constraint c on c.conindid = x.indexrelid and c.contype in ('p', 'u')
       where x.indrelid = ${oid(table)} order by i.relname`,
    )
  ).rows;

/** Gives the new table the indexes, the keys and the statistics of the one in use. */
export async function indexer(client: pg.Client, table: TableNeuve): Promise<void> {
  for (const { nom, definition, contrainte, type } of await indexDe(client, table)) {
    // pg_get_indexdef always writes « INDEX name ON schema.table USING », each name quoted when it needs to be.
    await client.query(
      definition.replace(/ INDEX .+? ON (ONLY )?.+? USING /, ` INDEX "${nom}${NEUVE}" ON ${table.neuve} USING `),
    );
    if (contrainte !== null)
      await client.query(
        `alter table ${table.neuve} add constraint "${contrainte}${NEUVE}" ${type} using index "${nom}${NEUVE}"`,
      );
  }
  await client.query(`analyze ${table.neuve}`);
}

/** The triggers of the table in use, as they are created. */
const declencheursDe = async (client: pg.Client, table: TableNeuve): Promise<string[]> =>
  (
    await client.query<{ definition: string }>(
      `select pg_get_triggerdef(oid) as definition from pg_trigger where tgrelid = ${oid(table)} and not tgisinternal order by tgname`,
    )
  ).rows.map(({ definition }) => definition);

/** Puts the new table in the place of the old one, which is dropped. Both are locked by the caller. */
export async function prendreLaPlace(client: pg.Client, table: TableNeuve): Promise<void> {
  const index = await indexDe(client, table);
  const declencheurs = await declencheursDe(client, table);
  await client.query(`drop table ${enUsage(table)}; alter table ${table.neuve} rename to ${table.nom}`);
  for (const { nom, contrainte } of index) {
    // The index of a constraint takes its name, and is renamed with it.
    await client.query(
      contrainte === null
        ? `alter index ${table.schema}."${nom}${NEUVE}" rename to "${nom}"`
        : `alter table ${enUsage(table)} rename constraint "${contrainte}${NEUVE}" to "${contrainte}"`,
    );
  }
  for (const declencheur of declencheurs) await client.query(declencheur);
}
