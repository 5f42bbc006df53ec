import type { Sql } from "@coordination/database";
import type { Signalement, StatutSignalement } from "@coordination/vocabulaire";
import type { SignalementDeStructure } from "./signalement.type.ts";

const COLONNES = `s.numero, s.recu_le as "recuLe", s.statut, s.reponse`;

/** A report and whose it is. */
export type SignalementSuivi = Signalement & { readonly structureId: string };

/** The report that bears this number, if any. */
export async function findSignalement(sql: Sql, numero: string): Promise<SignalementSuivi | null> {
  const [signalement = null] = await sql.query<SignalementSuivi>(
    `select ${COLONNES}, s.structure_id as "structureId" from signalement s where s.numero = $1`,
    [numero],
  );
  return signalement;
}

/** The reports on a structure, the oldest first. */
export async function findSignalements(
  sql: Sql,
  {
    structureId,
    statuts,
    limite,
  }: { structureId: string; statuts: readonly StatutSignalement[] | null; limite: number },
): Promise<SignalementDeStructure[]> {
  const lignes = await sql.query<Signalement & Omit<SignalementDeStructure, "signalement">>(
    `select ${COLONNES}, s.champ, s.attendu, s.commentaire from signalement s
     where s.structure_id = $1 and ($2::text[] is null or s.statut = any($2)) order by s.recu_le, s.numero limit $3`,
    [structureId, statuts, limite],
  );
  return lignes.map(({ champ, attendu, commentaire, ...signalement }) => ({
    signalement,
    champ,
    attendu,
    commentaire,
  }));
}

/** Writes a new report. */
export async function ecrireSignalement(
  tx: Sql,
  signalement: Omit<SignalementDeStructure, "signalement"> & { numero: string; structureId: string; recuLe: Date },
): Promise<void> {
  const { numero, structureId, champ, attendu, commentaire, recuLe } = signalement;
  await tx.query(
    `insert into signalement (numero, structure_id, champ, attendu, commentaire, recu_le, statut) values ($1, $2, $3, $4, $5, $6, 'RECU')`,
    [numero, structureId, champ, attendu, commentaire, recuLe],
  );
}

/** Writes the answer, if the report still is in the state that was read: false when it has moved on. */
export async function ecrireReponse(
  tx: Sql,
  {
    numero,
    statut,
    reponse,
    traiteLe,
    de,
  }: { numero: string; statut: string; reponse: string | null; traiteLe: Date; de: string },
): Promise<boolean> {
  const lignes = await tx.query(
    `update signalement set statut = $2, reponse = coalesce($3, reponse), traite_le = $4 where numero = $1 and statut = $5 returning numero`,
    [numero, statut, reponse, traiteLe, de],
  );
  return lignes.length === 1;
}
