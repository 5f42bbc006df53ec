import type { Coffre } from "./coffre.ts";

/** What is needed of the administrator's connection: a `pg.Client`. */
interface Connexion {
  query<Ligne extends object>(text: string, values?: unknown[]): Promise<{ rows: Ligne[] }>;
}

/** Where an encrypted text stands, and what it is bound to: the prefix of its object, then the column that names the row. */
interface Colonne {
  readonly table: string;
  readonly cle: string;
  readonly chiffre: string;
  readonly prefixe: string;
  /** The column whose value binds the text, when it is not the key. */
  readonly lie?: string;
  /** What rows older than the sealing hold in clear: how it is read as the sealed content, and how it goes. */
  readonly enClair?: { readonly contenu: string; readonly vider: string };
}

/** Every encrypted column of the service; a test compares it with the tables. */
export const COLONNES_CHIFFREES: readonly Colonne[] = [
  { table: "usager", cle: "id", chiffre: "chiffre", prefixe: "usager" },
  { table: "dossier", cle: "id", chiffre: "demande_chiffree", prefixe: "demande" },
  { table: "membre_cercle", cle: "id", chiffre: "proche_chiffre", prefixe: "proche" },
  { table: "concertation", cle: "id", chiffre: "chiffre", prefixe: "concertation" },
  {
    table: "note",
    cle: "id",
    chiffre: "chiffre",
    prefixe: "note",
    enClair: { contenu: "to_jsonb(texte)", vider: "texte = null" },
  },
  {
    table: "evaluation",
    cle: "id",
    chiffre: "chiffre",
    prefixe: "evaluation",
    enClair: {
      contenu: "case when domaines is not null then jsonb_build_object('domaines', domaines, 'synthese', synthese) end",
      vider: "domaines = null, synthese = null",
    },
  },
  { table: "message_d_envoi", cle: "diffusion", chiffre: "chiffre", prefixe: "message", lie: "scelle_pour" },
];

const PAR_LOT = 200;

/** How many texts of a table were written again. */
export interface Renouvellement {
  readonly table: string;
  readonly textes: number;
}

/**
 * Writes again, under the key that writes, every text that another key had written, or that was in clear; the service may run meanwhile, for it reads
 * with all of them. Once it ends, the older keys open nothing more. It may be stopped and begun again.
 * @throws Error when a text was altered, or when its key is gone: what was done before it stays done.
 */
export async function renouvelerLesCles(
  connexion: Connexion,
  { coffre, cleCourante }: { readonly coffre: Coffre; readonly cleCourante: string },
): Promise<readonly Renouvellement[]> {
  const faits: Renouvellement[] = [];
  for (const colonne of COLONNES_CHIFFREES) {
    let textes = 0;
    for (let lot = await renouvelerUnLot(connexion, colonne, { coffre, cleCourante }); lot > 0; ) {
      textes += lot;
      lot = await renouvelerUnLot(connexion, colonne, { coffre, cleCourante });
    }
    faits.push({ table: colonne.table, textes });
  }
  return faits;
}

/** One transaction: rows held, opened and sealed again, so that a write of the service meanwhile is never undone. */
async function renouvelerUnLot(
  connexion: Connexion,
  { table, cle, chiffre, prefixe, lie = cle, enClair }: Colonne,
  { coffre, cleCourante }: { readonly coffre: Coffre; readonly cleCourante: string },
): Promise<number> {
  await connexion.query("begin");
  try {
    const contenu = enClair?.contenu ?? "null::jsonb";
    const { rows } = await connexion.query<{ cle: string; lie: string; chiffre: string | null; contenu: unknown }>(
      `select ${cle}::text as cle, ${lie}::text as lie, ${chiffre} as chiffre, ${contenu} as contenu from parcours.${table}
       where split_part(${chiffre}, '.', 1) <> $1 or ${chiffre} is null and ${contenu} is not null
       order by ${cle} limit ${PAR_LOT} for no key update`,
      [cleCourante],
    );
    const renouveles = rows.map((ligne) => {
      const objet = `${prefixe}:${ligne.lie}`;
      const lu = ligne.chiffre === null ? ligne.contenu : coffre.dechiffrer(objet, ligne.chiffre);
      return { cle: ligne.cle, chiffre: coffre.chiffrer(objet, lu) };
    });
    await connexion.query(
      `update parcours.${table} t set ${chiffre} = r.chiffre${enClair === undefined ? "" : `, ${enClair.vider}`} from jsonb_to_recordset($1::jsonb) r (cle uuid, chiffre text) where t.${cle} = r.cle`,
      [JSON.stringify(renouveles)],
    );
    await connexion.query("commit");
    return rows.length;
  } catch (error) {
    await connexion.query("rollback");
    throw error;
  }
}
