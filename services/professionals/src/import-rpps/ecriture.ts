import type pg from "pg";
import { sqlLocalisation, sqlVilles } from "../territoire/localisation.ts";
import { ajouterLesMots } from "./noms.ts";
import { CONTENU } from "./normalisation.ts";

/** Columns of `situation` that the file gives, or that are deduced from it. */
const LUES = [...CONTENU.filter((colonne) => colonne !== "rpps" && colonne !== "libelle_savoir_faire"), "empreinte"];
const DEDUITES = ["code_insee", "departement", "latitude", "longitude", "precision"] as const;
export const COLONNES_DE_SITUATION: readonly string[] = ["professionnel_id", ...LUES, ...DEDUITES];
export const VALEURS_DE_SITUATION: readonly string[] = [
  "r.professionnel_id",
  ...LUES.map((colonne) => `l.${colonne}`),
  ...DEDUITES.map((colonne) => `d.${colonne}`),
];

/** The activities to write: what their lines say (`l`), and where they are (`d`). */
export const SITUATIONS_A_ECRIRE = `professionals.import_rpps_situation r
  join professionals.import_rpps_lu l using (ligne) left join professionals.import_rpps_lieu d using (ligne)`;

const A_PLACER = "professionals.import_rpps_a_placer";

/** Finds where the activities to write take place. */
export async function placer(client: pg.Client): Promise<void> {
  await client.query(`
    create unlogged table professionals.import_rpps_a_placer as
    select ligne, l.structure_id, l.code_commune_source, l.departement_source, l.code_postal, l.ville, l.francaise
    from professionals.import_rpps_situation r join professionals.import_rpps_lu l using (ligne) where r.ecart <> 'INCHANGEE'`);
  await client.query("analyze professionals.import_rpps_a_placer");
  await client.query(`
    create unlogged table professionals.import_rpps_ville as ${sqlVilles(A_PLACER)};
    analyze professionals.import_rpps_ville;
    create unlogged table professionals.import_rpps_lieu as ${sqlLocalisation(A_PLACER, "ligne", "professionals.import_rpps_ville")}`);
  await client.query("analyze professionals.import_rpps_lieu");
}

/** Writes the differences one by one into the tables as they stand: a day's changes. */
export async function ecrireEcarts(client: pg.Client, millesime: string): Promise<void> {
  await client.query(
    `insert into professionals.professionnel (id, rpps, civilite, nom, prenom, source, millesime)
     select p.id, p.rpps, p.civilite, p.nom, p.prenom, 'RPPS', $1::date
     from professionals.import_rpps_personne p where p.ecart <> 'INCHANGEE'
     on conflict (id) do update set civilite = excluded.civilite, nom = excluded.nom, prenom = excluded.prenom,
       ferme_le = null, source = excluded.source, millesime = excluded.millesime,
       mis_a_jour_le = now()`,
    [millesime],
  );
  await client.query(
    `insert into professionals.situation (id, ${COLONNES_DE_SITUATION.join(", ")}, source, millesime)
     select r.id, ${VALEURS_DE_SITUATION.join(", ")}, 'RPPS', $1::date
     from ${SITUATIONS_A_ECRIRE} where r.ecart <> 'INCHANGEE'
     on conflict (id) do update set ${COLONNES_DE_SITUATION.map((colonne) => `${colonne} = excluded.${colonne}`).join(", ")},
       ferme_le = null, source = excluded.source, millesime = excluded.millesime, mis_a_jour_le = now()`,
    [millesime],
  );
  await client.query(
    `update professionals.situation s set ferme_le = $1::date, mis_a_jour_le = now()
     from professionals.import_rpps_disparue d where d.id = s.id`,
    [millesime],
  );
  await client.query(
    `update professionals.professionnel p set ferme_le = $1::date, mis_a_jour_le = now()
     from professionals.import_rpps_personne_fermee f where f.id = p.id and p.ferme_le is null`,
    [millesime],
  );
  await ajouterLesMots(client);
  await client.query("analyze professionals.professionnel; analyze professionals.situation");
}

/** Know-hows as the file names them. */
export async function ecrireSavoirFaire(client: pg.Client): Promise<void> {
  await client.query(`
    insert into professionals.savoir_faire_publie (profession, code, libelle, type)
    select profession, savoir_faire, coalesce(min(libelle_savoir_faire), savoir_faire), coalesce(min(type_savoir_faire), 'Savoir-faire')
    from professionals.import_rpps_lu where motif is null and savoir_faire is not null group by profession, savoir_faire
    on conflict (profession, code) do update set libelle = excluded.libelle, type = excluded.type
      where (savoir_faire_publie.libelle, savoir_faire_publie.type) is distinct from (excluded.libelle, excluded.type)`);
}
