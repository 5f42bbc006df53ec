import { copyRows, RapportImport } from "@coordination/importation";
import type pg from "pg";
import { chargerCommunesAnciennes } from "./communes-anciennes.ts";
import { DEPARTEMENTS_LIVRES, estLaTableLivree, MILLESIME_LIVRE, REGIONS_LIVREES } from "./donnees-livrees.ts";
import { COLONNES, lireCommunes } from "./lire-communes.ts";
import { lireTable } from "./lire-table.ts";

/** How `commune.source` names the shipped table. */
const SOURCE_LIVREE = "INSEE (COG), La Poste, GeoNames";
const SOURCE_FICHIER = "fichier de centres de communes";

/**
 * Loads communes, inside the caller's transaction. Two formats, told apart by their header: the shipped national table,
 * and a CSV of centres (`code_insee, nom, dep_code, reg_code, code_postal, population, latitude_centre…`).
 *
 * A CSV of centres holds part of France: it updates population and position of its communes, adds those that are missing,
 * and leaves the others alone. The national table never takes back a position or a population that such a
 * file gave. Communes are never closed here.
 *
 * Leaves `pg_temp.communes_publiees` for the other services. Throws when the file cannot be opened or has no known header.
 */
export async function importerCommunes(client: pg.Client, { fichier }: { fichier: string }): Promise<RapportImport> {
  const rapport = new RapportImport({ format: "communes", fichier });
  const livree = estLaTableLivree(fichier);
  await chargerRegionsEtDepartements(client);
  await client.query(CHARGEMENT);
  await copyRows(client, "pg_temp.communes_lues", COLONNES, lireCommunes(fichier, rapport));
  await rejeterHorsTerritoire(client, rapport);
  const source = livree ? SOURCE_LIVREE : SOURCE_FICHIER;
  const inserees = await client.query(INSERTION, [source, livree ? MILLESIME_LIVRE : null]);
  const modifiees = await client.query(MODIFICATION, [source, livree ? MILLESIME_LIVRE : null, livree, SOURCE_LIVREE]);
  if (livree) await chargerCommunesAnciennes(client);
  const [lues] = (await client.query<{ nombre: string }>("select count(*) as nombre from pg_temp.communes_lues")).rows;
  const [inserts, updates] = [inserees.rowCount ?? 0, modifiees.rowCount ?? 0];
  rapport.compter({
    inserees: inserts,
    modifiees: updates,
    fermees: 0,
    inchangees: Number(lues?.nombre ?? 0) - inserts - updates,
  });
  await publierCommunes(client);
  return rapport;
}

const CHARGEMENT = `
  drop table if exists pg_temp.communes_lues;
  create temp table communes_lues (
    ligne integer, code text, nom text, type text, parent text, codes_postaux text[], departement text,
    region text, population integer, epci text, nom_epci text, latitude double precision, longitude double precision,
    precision_position text) on commit drop`;

const INSERTION = `
  insert into structures.commune (code, nom, nom_recherche, type, parent, codes_postaux, departement, region, population,
    epci, nom_epci, latitude, longitude, precision_position, source, millesime)
  select l.code, l.nom, structures.nom_normalise(l.nom), l.type, l.parent, l.codes_postaux, l.departement, l.region, l.population,
    l.epci, l.nom_epci, l.latitude, l.longitude, l.precision_position, $1, $2::date
  from pg_temp.communes_lues l where not exists (select from structures.commune c where c.code = l.code)`;

/**
 * What a commune becomes. $3 says that the file is the shipped table, named $4: it alone says names, postal codes and
 * EPCI of a commune that stands, and gives up the figures that another file gave; such a file says only figures.
 */
const MODIFICATION = `
  with voulues as (
    select c.code,
      case when $3 then l.nom else c.nom end as nom,
      case when $3 then l.type else c.type end as type,
      case when $3 then l.parent else c.parent end as parent,
      case when $3 then l.codes_postaux else c.codes_postaux end as codes_postaux,
      case when $3 then l.departement else c.departement end as departement,
      case when $3 then l.region else c.region end as region,
      case when $3 then l.epci else c.epci end as epci,
      case when $3 then l.nom_epci else c.nom_epci end as nom_epci,
      case when garde then c.population else coalesce(l.population, c.population) end as population,
      case when garde then c.latitude else l.latitude end as latitude,
      case when garde then c.longitude else l.longitude end as longitude,
      case when garde then c.precision_position else l.precision_position end as precision_position,
      case when garde then c.source else $1 end as source,
      case when garde then c.millesime else $2::date end as millesime
    from pg_temp.communes_lues l join structures.commune c using (code)
    cross join lateral (
      select case when $3 then c.source <> $4 else l.latitude is null end as garde) g)
  update structures.commune c
  set (nom, nom_recherche, type, parent, codes_postaux, departement, region, population, epci, nom_epci, latitude, longitude,
       precision_position, source, millesime) =
      (v.nom, structures.nom_normalise(v.nom), v.type, v.parent, v.codes_postaux, v.departement, v.region, v.population, v.epci,
       v.nom_epci, v.latitude, v.longitude, v.precision_position, v.source, v.millesime)
  from voulues v where c.code = v.code
    and (c.nom, c.type, c.parent, c.codes_postaux, c.departement, c.region, c.population, c.epci, c.nom_epci, c.latitude, c.longitude,
         c.precision_position, c.source, c.millesime)
      is distinct from
        (v.nom, v.type, v.parent, v.codes_postaux, v.departement, v.region, v.population, v.epci, v.nom_epci, v.latitude, v.longitude,
         v.precision_position, v.source, v.millesime)`;

/** Rows whose département or region does not exist would break their reference: they are left out and told. */
async function rejeterHorsTerritoire(client: pg.Client, rapport: RapportImport): Promise<void> {
  const { rows } = await client.query<{ ligne: number }>(
    `delete from pg_temp.communes_lues l
     where not exists (select from structures.departement d where d.code = l.departement)
        or not exists (select from structures.region r where r.code = l.region) returning l.ligne`,
  );
  for (const { ligne } of rows) rapport.rejeter(ligne, "DEPARTEMENT", "département ou région inconnu");
}

/** The other services' projections read this table in the same transaction. */
async function publierCommunes(client: pg.Client): Promise<void> {
  await client.query(`
    drop table if exists pg_temp.communes_publiees;
    create temp table communes_publiees on commit drop as
    select code as code_insee, nom, departement, region, codes_postaux, latitude, longitude from structures.commune`);
}

/** Regions and départements are few, shipped, and needed by any commune. */
async function chargerRegionsEtDepartements(client: pg.Client): Promise<void> {
  for (const [code, nom] of await lireTable(REGIONS_LIVREES)) {
    await client.query(
      "insert into structures.region values ($1, $2) on conflict (code) do update set nom = $2 where region.nom is distinct from $2",
      [code, nom],
    );
  }
  for (const [code, nom, region] of await lireTable(DEPARTEMENTS_LIVRES)) {
    await client.query(
      `insert into structures.departement values ($1, $2, $3) on conflict (code)
       do update set nom = $2, region = $3 where (departement.nom, departement.region) is distinct from ($2, $3)`,
      [code, nom, region],
    );
  }
}
