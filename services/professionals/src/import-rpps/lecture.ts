import { copyDelimitedFile, lireEntete, type RapportImport } from "@coordination/importation";
import type pg from "pg";
import { COLONNES, EXTRACTION_RPPS } from "./entete.ts";
import { REJETS } from "./remarques.ts";

const DEFAUTS = { NOMBRE_DE_COLONNES: REJETS.colonnes, ENCODAGE: REJETS.encodage } as const;

/**
 * Loads the columns that we read, as they are, into `import_rpps_brut`: unlogged rather than temporary, so that parallel
 * workers read it. All is done inside the caller's transaction: nothing of it is ever seen, nor left behind.
 * @throws FormatInattendu when the file is not such an extraction.
 */
export async function lireFichier(client: pg.Client, fichier: string, rapport: RapportImport): Promise<void> {
  await client.query(`create unlogged table professionals.import_rpps_brut
    (ligne int, ${COLONNES.map((colonne) => `${colonne} text collate "C"`).join(", ")})`);
  const lues = await copyDelimitedFile(client, fichier, {
    table: "professionals.import_rpps_brut",
    lireEntete: (champs) => {
      const { positions, nombreDeColonnes } = lireEntete(champs, EXTRACTION_RPPS);
      const colonnes = Object.entries(positions).map(([nom, position]) => ({ nom, position }));
      return { colonnes, nombreDeColonnes };
    },
    onDefaut: (ligne, defaut) => rapport.rejeter(ligne, DEFAUTS[defaut].code, DEFAUTS[defaut].libelle),
  });
  rapport.lue(lues);
}
