import type { Sql } from "@coordination/database";
import type { StatutBesoin } from "./besoin.type.ts";
import type { CriteresBesoin } from "./criteres.type.ts";

/** A need of a case, as stored. */
export interface LigneBesoin {
  readonly id: string;
  readonly dossierId: string;
  readonly version: number;
  readonly libelle: string;
  readonly statut: StatutBesoin;
  readonly criteres: CriteresBesoin;
}

const COLONNES = `id, dossier_id as "dossierId", version, libelle, statut, criteres`;

/** Writes a need down. */
export async function insererBesoin(tx: Sql, besoin: Omit<LigneBesoin, "version" | "statut">): Promise<void> {
  const { id, dossierId, libelle, criteres } = besoin;
  await tx.query("insert into besoin (id, dossier_id, libelle, criteres) values ($1, $2, $3, $4::jsonb)", [
    id,
    dossierId,
    libelle,
    JSON.stringify(criteres),
  ]);
}

/** The need, held until the end of the transaction; undefined when this actor cannot see it. */
export async function verrouillerBesoin(tx: Sql, id: string): Promise<LigneBesoin | undefined> {
  const [besoin] = await tx.query<LigneBesoin>(`select ${COLONNES} from besoin where id = $1 for no key update`, [id]);
  return besoin;
}

/** Writes what changed of a need; its version goes up. */
export async function changerBesoin(
  tx: Sql,
  { id, libelle, statut, criteres }: Pick<LigneBesoin, "id" | "libelle" | "statut" | "criteres">,
): Promise<void> {
  await tx.query(
    "update besoin set libelle = $2, statut = $3, criteres = $4::jsonb, version = version + 1, mis_a_jour_le = now() where id = $1",
    [id, libelle, statut, JSON.stringify(criteres)],
  );
}

/** The needs that this reader may see, among these. */
export const findBesoinsByIds = (sql: Sql, ids: readonly string[]): Promise<LigneBesoin[]> =>
  sql.query<LigneBesoin>(`select ${COLONNES} from besoin where id = any($1::uuid[])`, [ids]);

/** The need that this transaction has just written. */
export async function requireBesoin(tx: Sql, id: string): Promise<LigneBesoin> {
  const [besoin] = await findBesoinsByIds(tx, [id]);
  if (besoin === undefined) throw new Error("Le besoin que l'on vient d'écrire est introuvable.");
  return besoin;
}

/** The needs of these cases, the first one first. */
export const findBesoinsByDossiers = (sql: Sql, dossierIds: readonly string[]): Promise<LigneBesoin[]> =>
  sql.query<LigneBesoin>(
    `select ${COLONNES} from besoin where dossier_id = any($1::uuid[]) order by dossier_id, cree_le, id`,
    [dossierIds],
  );
