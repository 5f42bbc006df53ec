import type pg from "pg";
import { sqlLocalisation } from "../territoire/localisation.ts";

/** The staging table, one row per usable line; its columns are the keys of `LigneRpps`, after the line's number. */
export const COLONNES_LUES = [
  "ligne",
  "rpps",
  "civilite",
  "nom",
  "prenom",
  "nom_recherche",
  "profession",
  "categorie",
  "savoir_faire",
  "libelle_savoir_faire",
  "type_savoir_faire",
  "mode",
  "secteur",
  "genre_activite",
  "fonction",
  "soignante",
  "structure_id",
  "raison_sociale",
  "adresse",
  "code_postal",
  "ville",
  "pays",
  "francaise",
  "code_commune_source",
  "departement_source",
  "telephone",
  "telephone_secondaire",
  "courriel",
  "cle",
  "empreinte",
] as const;

const TYPES: Readonly<Record<string, string>> = { ligne: "int", soignante: "boolean", francaise: "boolean" };

export async function creerTableDeLecture(client: pg.Client): Promise<void> {
  const colonnes = COLONNES_LUES.map((colonne) => `${colonne} ${TYPES[colonne] ?? "text"}`).join(", ");
  await client.query(`
    drop table if exists pg_temp.rpps_lu, pg_temp.rpps_situation, pg_temp.rpps_personne;
    create temp table rpps_lu (${colonnes}) on commit drop;
  `);
}

/** Line numbers of exact repetitions of an earlier line. */
export async function doublons(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ ligne: number }>(`
    select ligne from (
      select ligne, row_number() over (partition by cle, empreinte order by ligne) as exemplaire from pg_temp.rpps_lu
    ) lu where exemplaire > 1 order by ligne`);
  return rows.map(({ ligne }) => ligne);
}

/**
 * Names each activity (its key's hash, and its rank by address among those of the same key), says what it does to the
 * directory (INSEREE, MODIFIEE, INCHANGEE), and places those that are to be written.
 */
export async function comparer(client: pg.Client): Promise<void> {
  await client.query(`
    create temp table rpps_situation on commit drop as
    with distincte as (
      select *, row_number() over (partition by cle, empreinte order by ligne) as exemplaire from pg_temp.rpps_lu
    ),
    rangee as (
      select *, row_number() over (partition by cle order by adresse collate "C", code_postal collate "C", empreinte collate "C") as rang
      from distincte where exemplaire = 1
    ),
    nommee as (select *, '8' || rpps as professionnel_id, cle || case when rang = 1 then '' else '-' || rang end as id from rangee)
    select n.*, case when s.id is null then 'INSEREE'
                     when s.empreinte <> n.empreinte or s.ferme_le is not null then 'MODIFIEE'
                     else 'INCHANGEE' end as ecart
    from nommee n left join professionals.situation s on s.id = n.id;
    create unique index on pg_temp.rpps_situation (id);

    create temp table rpps_personne on commit drop as
    select l.id, l.rpps, l.civilite, l.nom, l.prenom, l.nom_recherche
    from (select distinct on (rpps) '8' || rpps as id, rpps, civilite, nom, prenom, nom_recherche from pg_temp.rpps_lu
          order by rpps, nom collate "C", prenom collate "C", civilite collate "C") l
    left join professionals.professionnel p on p.id = l.id
    where p.ferme_le is not null or (p.civilite, p.nom, p.prenom, p.nom_recherche) is distinct from (l.civilite, l.nom, l.prenom, l.nom_recherche);

    analyze pg_temp.rpps_situation;
    analyze pg_temp.rpps_personne;
  `);
}

/** Writes what `comparer` found, and closes what vanished from the départements of the file. */
export async function ecrire(client: pg.Client, millesime: string): Promise<void> {
  await ecrirePersonnes(client, millesime);
  await ecrireSituations(client, millesime);
  await ecrireSavoirFaire(client);
}

async function ecrirePersonnes(client: pg.Client, millesime: string): Promise<void> {
  await client.query(
    `insert into professionals.professionnel (id, rpps, civilite, nom, prenom, nom_recherche, source, millesime)
     select id, rpps, civilite, nom, prenom, nom_recherche, 'RPPS', $1::date from pg_temp.rpps_personne
     on conflict (id) do update set civilite = excluded.civilite, nom = excluded.nom, prenom = excluded.prenom,
       nom_recherche = excluded.nom_recherche, ferme_le = null, source = excluded.source, millesime = excluded.millesime,
       mis_a_jour_le = now()`,
    [millesime],
  );
}

/** Columns copied as they are from the staging table. */
const COPIEES = COLONNES_LUES.slice(COLONNES_LUES.indexOf("profession")).filter(
  (colonne) => colonne !== "libelle_savoir_faire" && colonne !== "cle",
);
const DEDUITES = ["code_insee", "departement", "latitude", "longitude", "precision"] as const;

async function ecrireSituations(client: pg.Client, millesime: string): Promise<void> {
  const colonnes = ["professionnel_id", ...COPIEES, ...DEDUITES];
  const valeurs = [
    "r.professionnel_id",
    ...COPIEES.map((colonne) => `r.${colonne}`),
    ...DEDUITES.map((colonne) => `l.${colonne}`),
  ];
  await client.query(
    `insert into professionals.situation (id, ${colonnes.join(", ")}, source, millesime)
     select r.id, ${valeurs.join(", ")}, 'RPPS', $1::date
     from pg_temp.rpps_situation r
     join (${sqlLocalisation("(select * from pg_temp.rpps_situation where ecart <> 'INCHANGEE')")}) l on l.id = r.id
     on conflict (id) do update set ${colonnes.map((colonne) => `${colonne} = excluded.${colonne}`).join(", ")},
       ferme_le = null, source = excluded.source, millesime = excluded.millesime, mis_a_jour_le = now()`,
    [millesime],
  );
}

async function ecrireSavoirFaire(client: pg.Client): Promise<void> {
  await client.query(`
    insert into professionals.savoir_faire_publie (profession, code, libelle, type)
    select profession, savoir_faire, coalesce(min(libelle_savoir_faire collate "C"), savoir_faire), coalesce(min(type_savoir_faire collate "C"), 'Savoir-faire')
    from pg_temp.rpps_situation where savoir_faire is not null group by profession, savoir_faire
    on conflict (profession, code) do update set libelle = excluded.libelle, type = excluded.type
      where (savoir_faire_publie.libelle, savoir_faire_publie.type) is distinct from (excluded.libelle, excluded.type)`);
}

/**
 * Closes the activities that the file no longer lists, in the départements it covers only: a regional file says nothing
 * of the others. A person left without an open activity is closed too. Returns how many activities were closed.
 */
export async function fermerDisparues(client: pg.Client, millesime: string): Promise<number> {
  const { rows } = await client.query<{ professionnel_id: string }>(
    `update professionals.situation s set ferme_le = $1::date, mis_a_jour_le = now()
     where s.ferme_le is null and s.source = 'RPPS'
       and coalesce(s.departement_source, '') in (select distinct coalesce(departement_source, '') from pg_temp.rpps_situation)
       and not exists (select from pg_temp.rpps_situation r where r.id = s.id)
     returning s.professionnel_id`,
    [millesime],
  );
  await client.query(
    `update professionals.professionnel p set ferme_le = $1::date, mis_a_jour_le = now()
     where p.id = any($2) and p.ferme_le is null
       and not exists (select from professionals.situation s where s.professionnel_id = p.id and s.ferme_le is null)`,
    [millesime, [...new Set(rows.map(({ professionnel_id }) => professionnel_id))]],
  );
  return rows.length;
}
