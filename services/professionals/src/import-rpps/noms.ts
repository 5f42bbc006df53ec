import { creerTableNeuve, type TableNeuve } from "@coordination/importation";
import type pg from "pg";

const ECRITES = "professionals.import_rpps_personne where ecart <> 'INCHANGEE'";

/**
 * The words of the names that are written, among which a misspelt one is corrected. A name is read once, however many
 * people bear it: the words of a name and of a first name do not depend on each other.
 */
const MOTS_ECRITS = `select distinct unnest(tsvector_to_array(mots)) as mot from (
    select professionals.mots_du_nom(nom, '') as mots from (select distinct nom from ${ECRITES}) noms
    union all
    select professionals.mots_du_nom('', prenom) from (select distinct prenom from ${ECRITES}) prenoms) lus`;

/** Adds those that are not known yet. */
export const ajouterLesMots = (client: pg.Client): Promise<unknown> =>
  client.query(`insert into professionals.mot_de_nom ${MOTS_ECRITS} on conflict do nothing`);

/**
 * Reads each name and each first name that is written, for the people who bear them: `import_rpps_nom` and
 * `import_rpps_prenom` stay until `oublierLesNoms`.
 */
export async function lireLesNoms(client: pg.Client): Promise<void> {
  // Distinct names have a table of their own first: its rows, and what reading them costs, are then shared between the cores.
  await client.query(`
    create unlogged table professionals.import_rpps_nom_distinct as select distinct nom from ${ECRITES};
    create unlogged table professionals.import_rpps_nom as
    select nom, professionals.mots_du_nom(nom, '') as mots, professionals.mots_de_famille(nom) as famille
    from professionals.import_rpps_nom_distinct;
    create unlogged table professionals.import_rpps_prenom as
    select prenom, professionals.mots_du_nom('', prenom) as mots from (select distinct prenom from ${ECRITES}) prenoms;
    drop table professionals.import_rpps_nom_distinct;
    analyze professionals.import_rpps_nom; analyze professionals.import_rpps_prenom`);
}

export const oublierLesNoms = (client: pg.Client): Promise<unknown> =>
  client.query("drop table professionals.import_rpps_nom, professionals.import_rpps_prenom");

const MOTS_LUS = `select distinct unnest(tsvector_to_array(mots)) as mot from (
    select mots from professionals.import_rpps_nom union all select mots from professionals.import_rpps_prenom) lus`;

/**
 * Adds the words that `lireLesNoms` has read. The first load brings nearly all of them: their table is built anew, and left
 * to the exchange; later ones add a few to it.
 */
export async function apprendreLesMots(client: pg.Client): Promise<readonly TableNeuve[]> {
  const { rows } = await client.query<{ connus: boolean }>(
    "select exists (select from professionals.mot_de_nom) as connus",
  );
  if (rows[0]?.connus === true) {
    await client.query(`insert into professionals.mot_de_nom ${MOTS_LUS} on conflict do nothing`);
    return [];
  }
  const table = await creerTableNeuve(client, "professionals", "mot_de_nom");
  await client.query(`insert into ${table.neuve} ${MOTS_LUS}`);
  return [table];
}
