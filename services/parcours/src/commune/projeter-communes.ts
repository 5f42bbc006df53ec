/** What is needed of the importer's connection: a `pg.Client`. */
interface Connexion {
  query(text: string): Promise<unknown>;
}

/**
 * Follows an import of communes: reads `pg_temp.communes_publiees`, left by the importer on this connection, and writes
 * only what differs. Nothing is removed: a file of one region says nothing of the others.
 * Runs inside the importer's transaction, under the administrator's role; never commits.
 */
export async function projeterCommunes(client: Connexion): Promise<void> {
  await client.query(`
    insert into parcours.commune_connue as connue (code_insee, nom, departement)
    select code_insee, nom, departement from pg_temp.communes_publiees
    on conflict (code_insee) do update set nom = excluded.nom, departement = excluded.departement
    where (connue.nom, connue.departement) is distinct from (excluded.nom, excluded.departement)
  `);
}
