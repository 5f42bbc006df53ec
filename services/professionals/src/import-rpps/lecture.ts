import { copyDelimitedFile, lireEntete, type RapportImport } from "@coordination/importation";
import type pg from "pg";
import { COLONNES, EXTRACTION_RPPS } from "./entete.ts";
import { REJETS } from "./remarques.ts";

const DEFAUTS = { NOMBRE_DE_COLONNES: REJETS.colonnes, ENCODAGE: REJETS.encodage } as const;

/** The first field that is a number of RPPS, whatever the line lacks. */
const RPPS_EN_TETE = /(?:^|\|)\s*8?(\d{11})\s*(?:\||$)/;
/** A file that has more broken lines is broken itself: what it would close is then counted, and refused. */
const ILLISIBLES_RETENUES = 10_000;

/**
 * Loads the columns that we read, as they are, into `import_rpps_brut`: unlogged rather than temporary, so that parallel
 * workers read it. All is done inside the caller's transaction: nothing of it is ever seen, nor left behind.
 * Returns the RPPS of the lines that could not be read, as far as they begin by one.
 * @throws FormatInattendu when the file is not such an extraction.
 */
export async function lireFichier(client: pg.Client, fichier: string, rapport: RapportImport): Promise<string[]> {
  const illisibles: string[] = [];
  await client.query(`create unlogged table professionals.import_rpps_brut
    (ligne int, ${COLONNES.map((colonne) => `${colonne} text collate "C"`).join(", ")})`);
  const lues = await copyDelimitedFile(client, fichier, {
    table: "professionals.import_rpps_brut",
    lireEntete: (champs) => {
      const { positions, nombreDeColonnes } = lireEntete(champs, EXTRACTION_RPPS);
      const colonnes = Object.entries(positions).map(([nom, position]) => ({ nom, position }));
      return { colonnes, nombreDeColonnes };
    },
    onDefaut: (ligne, defaut, debut) => {
      rapport.rejeter(ligne, DEFAUTS[defaut].code, DEFAUTS[defaut].libelle);
      const rpps = RPPS_EN_TETE.exec(debut)?.[1];
      if (rpps !== undefined && illisibles.length < ILLISIBLES_RETENUES) illisibles.push(rpps);
    },
  });
  rapport.lue(lues);
  return illisibles;
}
