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

/** The same, when `lireLesNoms` has read them. */
export const MOTS_LUS = `select distinct unnest(tsvector_to_array(mots)) as mot from (
    select mots from professionals.import_rpps_nom union all select mots from professionals.import_rpps_prenom) lus`;

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
