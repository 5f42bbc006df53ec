import type pg from "pg";

/** How many communes and structures there are, on an administrator's connection: an empty directory needs its first data. */
export async function compterAnnuaire(client: pg.Client): Promise<{ communes: number; structures: number }> {
  const { rows } = await client.query<{ communes: string; structures: string }>(
    "select (select count(*) from structures.commune) as communes, (select count(*) from structures.structure) as structures",
  );
  return { communes: Number(rows[0]?.communes ?? 0), structures: Number(rows[0]?.structures ?? 0) };
}
