import type { Sql } from "@coordination/database";
import type { StatutSignalement } from "@coordination/vocabulaire";

/** A report of a wrong value, as stored. */
export interface LigneSignalement {
  readonly numero: string;
  readonly professionnelId: string;
  readonly situationId: string | null;
  readonly champ: string;
  readonly attendu: string | null;
  readonly commentaire: string | null;
  readonly recuLe: string;
  readonly statut: StatutSignalement;
  readonly reponse: string | null;
}

/** More than a person ever has: those that wait longest come first. */
const SIGNALEMENTS_MAXIMUM = 500;

const COLONNES = `numero, professionnel_id as "professionnelId", situation_id as "situationId", champ, attendu, commentaire,
  recu_le as "recuLe", statut, reponse`;

export async function insertSignalement(
  tx: Sql,
  signalement: Omit<LigneSignalement, "statut" | "reponse">,
): Promise<void> {
  const { numero, professionnelId, situationId, champ, attendu, commentaire, recuLe } = signalement;
  await tx.query(
    `insert into signalement (numero, professionnel_id, situation_id, champ, attendu, commentaire, recu_le, statut)
     values ($1, $2, $3, $4, $5, $6, $7, 'RECU')`,
    [numero, professionnelId, situationId, champ, attendu, commentaire, recuLe],
  );
}

/** The report of this number, or null. */
export async function findSignalement(sql: Sql, numero: string): Promise<LigneSignalement | null> {
  const [ligne] = await sql.query<LigneSignalement>(`select ${COLONNES} from signalement where numero = $1`, [numero]);
  return ligne ?? null;
}

/** The reports on a person, the oldest first. */
export const findSignalementsDe = (
  sql: Sql,
  { professionnelId, statuts }: { professionnelId: string; statuts: readonly StatutSignalement[] | null },
): Promise<LigneSignalement[]> =>
  sql.query<LigneSignalement>(
    `select ${COLONNES} from signalement where professionnel_id = $1 and ($2::text[] is null or statut = any($2))
     order by recu_le, numero limit ${SIGNALEMENTS_MAXIMUM}`,
    [professionnelId, statuts],
  );

/** The same, which nobody else can answer meanwhile. */
export async function findSignalementPourLeTraiter(tx: Sql, numero: string): Promise<LigneSignalement | null> {
  const [ligne] = await tx.query<LigneSignalement>(`select ${COLONNES} from signalement where numero = $1 for update`, [
    numero,
  ]);
  return ligne ?? null;
}

export async function updateSignalement(
  tx: Sql,
  { numero, statut, reponse, le }: { numero: string; statut: StatutSignalement; reponse: string | null; le: string },
): Promise<void> {
  await tx.query(
    "update signalement set statut = $2, reponse = coalesce($3, reponse), traite_le = $4 where numero = $1",
    [numero, statut, reponse, le],
  );
}
