import { basename } from "node:path";
import { lireMillesime, RapportImport, refuserFermeturesExcessives } from "@coordination/importation";
import type pg from "pg";
import { chercherDisparues, comparer, compterEcarts, lignesParCode } from "./comparaison.ts";
import { ecrireEcarts, ecrireSavoirFaire, placer } from "./ecriture.ts";
import { lireFichier } from "./lecture.ts";
import { normaliser } from "./normalisation.ts";
import { reconstruire } from "./reconstruction.ts";
import { REJETS, REMARQUES } from "./remarques.ts";

/** From so many rows to write on, tables are built anew beside those in use, indexes last: several times faster. */
const LIGNES_A_RECONSTRUIRE = 100_000;

const TABLES_DE_LECTURE = [
  ...["brut", "lu", "rang", "situation", "personne"],
  ...["departement", "disparue", "personne_fermee", "illisible", "a_placer", "ville", "lieu"],
]
  .map((nom) => `professionals.import_rpps_${nom}`)
  .join(", ");

/**
 * Sorts and hashes of millions of rows, on every core: undone with the transaction. The size of a small table (the words of
 * names) does not tell what indexing it costs.
 */
const REGLAGES = `set local work_mem = '128MB'; set local maintenance_work_mem = '256MB'; set local jit = off;
  set local gin_pending_list_limit = '256MB'; set local parallel_tuple_cost = 0.001; set local parallel_setup_cost = 100; set local max_parallel_workers_per_gather = 4;
  set local min_parallel_table_scan_size = '1MB'`;

interface OptionsImportRpps {
  readonly fichier: string;
  /** Lets go a file that closes much of what stands. */
  readonly accepterLesFermetures?: boolean;
  /** How many rows to write make the tables be built anew. */
  readonly reconstruireAPartirDe?: number;
}

/**
 * Loads a `PS_LibreAcces_Personne_activite` file (52 or 56 columns), inside the caller's transaction, on an admin
 * connection. The same file again writes nothing. Every line of the file is in the report: written, unchanged or rejected.
 * @throws FormatInattendu (French) when the file is not such an extraction, or would close too much; Error when it cannot
 * be opened.
 */
export async function importerRpps(
  client: pg.Client,
  { fichier, accepterLesFermetures = false, reconstruireAPartirDe = LIGNES_A_RECONSTRUIRE }: OptionsImportRpps,
): Promise<RapportImport> {
  const rapport = new RapportImport({ format: "rpps", fichier: basename(fichier) });
  const millesime = await lireMillesime(fichier);
  await client.query(REGLAGES);
  await client.query(`drop table if exists ${TABLES_DE_LECTURE}`);
  const illisibles = await lireFichier(client, fichier, rapport);
  await normaliser(client);
  await comparer(client);
  const ecarts = await compterEcarts(client);
  const disparues = await chercherDisparues(client, illisibles);
  if (!accepterLesFermetures) refuserFermeturesExcessives(disparues, "activités");
  const fermees = disparues.reduce((total, departement) => total + departement.fermees, 0);
  const { inserees, modifiees, inchangees, personnes } = ecarts;
  rapport.compter({ inserees, modifiees, inchangees, fermees });
  await placer(client);
  await ecrireSavoirFaire(client);
  await rendreCompte(client, rapport);
  const ranger = () => client.query(`drop table ${TABLES_DE_LECTURE}`);
  const lignes = inserees + modifiees + fermees + personnes;
  // The exchange comes last of all: readers wait from there to the end of the transaction.
  if (lignes > 0 && lignes >= reconstruireAPartirDe) await reconstruire(client, millesime, ranger);
  else {
    if (lignes > 0) await ecrireEcarts(client, millesime);
    await ranger();
  }
  return rapport;
}

/** Which lines were left out or kept with a remark; which had no usable commune, and whether one was found for them. */
async function rendreCompte(client: pg.Client, rapport: RapportImport): Promise<void> {
  const lues = "professionals.import_rpps_lu";
  const rejets = [
    ...(await lignesParCode(client, "motif", `${lues} where motif is not null`)),
    ...(await lignesParCode(client, "'double'", "professionals.import_rpps_rang where exemplaire > 1")),
  ];
  for (const { code, nombre, lignes } of rejets)
    rapport.rejeterLignes({ ...REJETS[code as keyof typeof REJETS], nombre, lignes });
  const remarques = [
    ...(await lignesParCode(
      client,
      "remarque",
      `${lues} cross join unnest(array['etranger', 'finess', 'sansActivite', 'profession'],
         array[etrangere, finess_invalide, sans_activite, profession_inconnue]) as r (remarque, vraie)
       where motif is null and vraie and (etrangere or finess_invalide or sans_activite or profession_inconnue)`,
    )),
    ...(await lignesParCode(
      client,
      "case when code_insee is null then 'sansCommune' else 'communeDeduite' end",
      `(select ligne, code_commune_source, code_insee from professionals.import_rpps_lieu join professionals.import_rpps_a_placer using (ligne)
         where francaise
         union all
         select r.ligne, s.code_commune_source, s.code_insee
         from professionals.import_rpps_situation r join professionals.situation s on s.id = r.id
         where r.ecart = 'INCHANGEE' and s.francaise) placee
       where code_insee is null or code_commune_source is distinct from code_insee`,
    )),
  ];
  for (const { code, nombre, lignes } of remarques)
    rapport.signalerLignes({ ...REMARQUES[code as keyof typeof REMARQUES], nombre, lignes });
}
