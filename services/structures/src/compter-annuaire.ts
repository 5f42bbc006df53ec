import type pg from "pg";

/** What a directory holds; what is missing is loaded when the house starts. */
export interface ContenuDeLAnnuaire {
  readonly communes: number;
  readonly communesAnciennes: number;
  readonly structures: number;
}

/** How many communes, of today and of yesterday, and structures there are, on an administrator's connection. */
export async function compterAnnuaire(client: pg.Client): Promise<ContenuDeLAnnuaire> {
  const { rows } = await client.query<{ communes: string; anciennes: string; structures: string }>(
    `select (select count(*) from structures.commune) as communes, (select count(*) from structures.commune_ancienne) as anciennes,
            (select count(*) from structures.structure) as structures`,
  );
  const [nombres] = rows;
  return {
    communes: Number(nombres?.communes ?? 0),
    communesAnciennes: Number(nombres?.anciennes ?? 0),
    structures: Number(nombres?.structures ?? 0),
  };
}
