import type pg from "pg";

/**
 * Takes over `pg_temp.communes_publiees`, left by the communes importer in the same transaction. Only what differs is
 * written; nothing is removed, for a file of one region says nothing of the others. Takes an administrator's connection.
 */
export async function projeterCommunes(client: pg.Client): Promise<void> {
  await client.query(`
    insert into delegations.commune_connue as connue (code_insee, latitude, longitude)
    select code_insee, latitude, longitude from pg_temp.communes_publiees
    on conflict (code_insee) do update set latitude = excluded.latitude, longitude = excluded.longitude
      where (connue.latitude, connue.longitude) is distinct from (excluded.latitude, excluded.longitude)
  `);
}

/** The same with `pg_temp.structures_publiees`: a closed structure stays known, so that its teams can still be read. */
export async function projeterStructures(client: pg.Client): Promise<void> {
  await client.query(`
    insert into delegations.structure_connue as connue (id, type, code_insee, latitude, longitude, fermee)
    select id, type, code_insee, latitude, longitude, fermee from pg_temp.structures_publiees
    on conflict (id) do update
      set type = excluded.type, code_insee = excluded.code_insee, latitude = excluded.latitude,
          longitude = excluded.longitude, fermee = excluded.fermee
      where (connue.type, connue.code_insee, connue.latitude, connue.longitude, connue.fermee)
            is distinct from (excluded.type, excluded.code_insee, excluded.latitude, excluded.longitude, excluded.fermee)
  `);
}
