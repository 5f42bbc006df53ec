import { empreintesDesNoms } from "../usager/nom-cherche.ts";
import type { Nominatif } from "../usager/nominatif.ts";
import { objetDeLUsager } from "../usager/usager.ts";
import type { Coffre } from "./coffre.ts";

/** What is needed of the administrator's connection: a `pg.Client`. */
interface Connexion {
  query<Ligne extends object>(text: string, values?: unknown[]): Promise<{ rows: Ligne[] }>;
}

const PAR_LOT = 200;
const AVANT_TOUS = "00000000-0000-0000-0000-000000000000";

/**
 * Lets those who were written down before names could be searched be found by theirs; how many were. The service may run meanwhile.
 * It may be stopped and begun again.
 * @throws Error when a text was altered, or when its key is gone: what was done before it stays done.
 */
export async function indexerLesNoms(connexion: Connexion, coffre: Coffre): Promise<number> {
  let faits = 0;
  for (let dernier: string | undefined = AVANT_TOUS; dernier !== undefined; ) {
    const lot: readonly string[] = await indexerUnLot(connexion, coffre, dernier);
    faits += lot.length;
    dernier = lot.at(-1);
  }
  return faits;
}

/** One transaction: rows held while they are read, so that a rectification meanwhile is never undone. */
async function indexerUnLot(connexion: Connexion, coffre: Coffre, apres: string): Promise<readonly string[]> {
  await connexion.query("begin");
  try {
    const { rows } = await connexion.query<{ id: string; chiffre: string }>(
      `select id::text, chiffre from parcours.usager
       where empreinte_nom is null and chiffre is not null and id > $1 order by id limit ${PAR_LOT} for no key update`,
      [apres],
    );
    const noms = rows.map(({ id, chiffre }) => ({
      id,
      ...empreintesDesNoms(coffre, coffre.dechiffrer(objetDeLUsager(id), chiffre) as Nominatif),
    }));
    await connexion.query(
      `update parcours.usager u set empreinte_nom = n."empreinteNom", empreinte_nom_utilise = n."empreinteNomUtilise"
       from jsonb_to_recordset($1::jsonb) n (id uuid, "empreinteNom" text, "empreinteNomUtilise" text) where u.id = n.id`,
      [JSON.stringify(noms)],
    );
    await connexion.query("commit");
    return rows.map(({ id }) => id);
  } catch (error) {
    await connexion.query("rollback");
    throw error;
  }
}
