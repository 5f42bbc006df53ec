import type pg from "pg";
import { sqlLocalisation, sqlVilles } from "./localisation.ts";

/**
 * Takes over `pg_temp.communes_publiees`, left by the communes importer in the same transaction, then places again the
 * activities that depend on a commune that changed. Nothing is written when nothing changed. Takes an admin connection.
 */
export async function projeterCommunes(client: pg.Client): Promise<void> {
  await client.query(`
    drop table if exists pg_temp.communes_changees;
    create temp table communes_changees on commit drop as
      select p.code_insee, p.nom, p.departement, p.codes_postaux, p.latitude, p.longitude
      from pg_temp.communes_publiees p
      left join professionals.commune_connue c on c.code_insee = p.code_insee
      where (c.nom, c.departement, c.codes_postaux, c.latitude, c.longitude)
            is distinct from (p.nom, p.departement, p.codes_postaux, p.latitude, p.longitude);
    insert into professionals.commune_connue (code_insee, nom, departement, codes_postaux, latitude, longitude)
      select code_insee, nom, departement, codes_postaux, latitude, longitude from pg_temp.communes_changees
      on conflict (code_insee) do update set nom = excluded.nom, departement = excluded.departement,
        codes_postaux = excluded.codes_postaux, latitude = excluded.latitude, longitude = excluded.longitude;
  `);
  await replacer(
    client,
    `s.code_commune_source in (select code_insee from pg_temp.communes_changees)
     or s.code_insee in (select code_insee from pg_temp.communes_changees)
     or s.code_postal in (select unnest(codes_postaux) from pg_temp.communes_changees)`,
  );
}

/** The same with `pg_temp.structures_publiees`, left by the FINESS importer: the activities of those structures move with them. */
export async function projeterStructures(client: pg.Client): Promise<void> {
  await client.query(`
    drop table if exists pg_temp.structures_changees;
    create temp table structures_changees on commit drop as
      select p.id, p.type, p.nom, p.code_insee, p.latitude, p.longitude, p.precision, p.fermee
      from pg_temp.structures_publiees p
      left join professionals.structure_connue c on c.id = p.id
      where (c.type, c.nom, c.code_insee, c.latitude, c.longitude, c.precision, c.fermee)
            is distinct from (p.type, p.nom, p.code_insee, p.latitude, p.longitude, p.precision, p.fermee);
    insert into professionals.structure_connue (id, type, nom, code_insee, latitude, longitude, precision, fermee)
      select id, type, nom, code_insee, latitude, longitude, precision, fermee from pg_temp.structures_changees
      on conflict (id) do update set type = excluded.type, nom = excluded.nom, code_insee = excluded.code_insee,
        latitude = excluded.latitude, longitude = excluded.longitude, precision = excluded.precision, fermee = excluded.fermee;
  `);
  await replacer(client, "s.structure_id in (select id from pg_temp.structures_changees)");
}

/** A declared activity stands where its structure does only in the same town: a médicobus passes elsewhere. */
const STRUCTURE_QUI_PLACE = `case when s.declaree_le is null or exists (
  select from professionals.structure_connue ici where ici.id = s.structure_id and ici.code_insee = s.code_commune_source
) then s.structure_id end as structure_id`;

async function replacer(client: pg.Client, condition: string): Promise<void> {
  await client.query(`
    drop table if exists pg_temp.situations_a_placer;
    create temp table situations_a_placer on commit drop as
      select s.id, ${STRUCTURE_QUI_PLACE}, s.code_commune_source, s.departement_source, s.code_postal, s.ville, s.francaise
      from professionals.situation s where ${condition};
    update professionals.situation s
      set code_insee = l.code_insee, departement = l.departement, latitude = l.latitude, longitude = l.longitude,
          precision = l.precision, mis_a_jour_le = now()
      from (${sqlLocalisation("pg_temp.situations_a_placer", "id", `(${sqlVilles("pg_temp.situations_a_placer")})`)}) l
      where l.id = s.id
        and (s.code_insee, s.departement, s.latitude, s.longitude, s.precision)
            is distinct from (l.code_insee, l.departement, l.latitude, l.longitude, l.precision);
    drop table pg_temp.situations_a_placer;
  `);
}
