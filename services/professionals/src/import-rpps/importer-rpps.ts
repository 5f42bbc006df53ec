import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { copyRows, FormatInattendu, RapportImport, readRecords } from "@coordination/importation";
import type pg from "pg";
import { COLONNES_LUES, comparer, creerTableDeLecture, doublons, ecrire, fermerDisparues } from "./comparaison.ts";
import { type Entete, lireEntete } from "./entete.ts";
import { lireLigne } from "./ligne.ts";

/**
 * Loads a `PS_LibreAcces_Personne_activite` file (52 or 56 columns), inside the caller's transaction, on an admin
 * connection. The same file again writes nothing. Every line of the file is in the report: written, unchanged or rejected.
 * @throws Error (French) when the file cannot be opened or is not such an extraction.
 */
export async function importerRpps(client: pg.Client, { fichier }: { fichier: string }): Promise<RapportImport> {
  const rapport = new RapportImport({ format: "rpps", fichier: basename(fichier) });
  const millesime = await lireMillesime(fichier);
  await creerTableDeLecture(client);
  await copyRows(client, "pg_temp.rpps_lu", COLONNES_LUES, lireFichier(fichier, rapport));
  for (const ligne of await doublons(client)) {
    rapport.rejeter(ligne, "LIGNE_EN_DOUBLE", "ligne identique à une autre du fichier");
  }
  await comparer(client);
  const ecarts = await compterEcarts(client);
  await ecrire(client, millesime);
  rapport.compter({ ...ecarts, fermees: await fermerDisparues(client, millesime) });
  await signalerLieux(client, rapport);
  if (!rapport.sansChangement)
    await client.query("analyze professionals.professionnel; analyze professionals.situation");
  return rapport;
}

async function* lireFichier(
  fichier: string,
  rapport: RapportImport,
): AsyncGenerator<(string | number | boolean | null)[]> {
  let entete: Entete | undefined;
  const onIllisible = (ligne: number, raison: string) => {
    rapport.lue();
    rapport.rejeter(ligne, "LIGNE_ILLISIBLE", `ligne illisible (${raison})`);
  };
  for await (const { ligne, champs } of readRecords(fichier, { delimiter: "|", quote: false, onIllisible })) {
    if (entete === undefined) {
      entete = lireEntete(champs);
      continue;
    }
    rapport.lue();
    const lecture = lireLigne(champs, entete);
    if ("rejet" in lecture) {
      rapport.rejeter(ligne, lecture.rejet.code, lecture.rejet.libelle);
      continue;
    }
    for (const { code, libelle } of lecture.remarques) rapport.signaler(ligne, code, libelle);
    const valeurs = { ligne, ...lecture.ligne };
    yield COLONNES_LUES.map((colonne) => valeurs[colonne]);
  }
  if (entete === undefined) throw new FormatInattendu("Ce fichier est vide.");
}

/** The date in the file's name (« …_202611220000.txt »), else the day it was written. */
async function lireMillesime(fichier: string): Promise<string> {
  const date = /(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{0,6}(?=\.)/.exec(basename(fichier));
  if (date !== null) return date.slice(1, 4).join("-");
  const { mtime } = await stat(fichier);
  return mtime.toISOString().slice(0, 10);
}

/** A line whose person alone changed (a corrected name) counts as modified. */
async function compterEcarts(client: pg.Client): Promise<{ inserees: number; modifiees: number; inchangees: number }> {
  const { rows } = await client.query<{ inserees: number; modifiees: number; inchangees: number }>(`
    select count(*) filter (where ecart = 'INSEREE')::int as inserees,
           count(*) filter (where ecart = 'MODIFIEE' or (ecart = 'INCHANGEE' and p.id is not null))::int as modifiees,
           count(*) filter (where ecart = 'INCHANGEE' and p.id is null)::int as inchangees
    from pg_temp.rpps_situation r left join pg_temp.rpps_personne p on p.id = r.professionnel_id`);
  return rows[0] ?? { inserees: 0, modifiees: 0, inchangees: 0 };
}

/** Which lines had no usable commune, and whether one was found for them. */
async function signalerLieux(client: pg.Client, rapport: RapportImport): Promise<void> {
  const { rows } = await client.query<{ ligne: number; trouvee: boolean }>(`
    select r.ligne, s.code_insee is not null as trouvee
    from pg_temp.rpps_situation r join professionals.situation s on s.id = r.id
    where r.francaise and r.code_commune_source is distinct from s.code_insee or (r.francaise and s.code_insee is null)
    order by r.ligne`);
  for (const { ligne, trouvee } of rows) {
    if (trouvee)
      rapport.signaler(
        ligne,
        "COMMUNE_DEDUITE",
        "commune absente ou inconnue : déduite de la structure ou du code postal",
      );
    else rapport.signaler(ligne, "SANS_COMMUNE", "commune introuvable : activité gardée sans commune ni position");
  }
}
