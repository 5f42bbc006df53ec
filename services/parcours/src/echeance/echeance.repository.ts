import type { Sql } from "@coordination/database";
import { tenterDossierDeLOrientation } from "../dossier/verrou.ts";
import { COLONNES_ORIENTATION, type LigneOrientation } from "../orientation/orientation.repository.ts";

/** A referral whose hour has come, and the team in whose name the clock acts. */
export interface EcheanceDue {
  readonly id: string;
  readonly dacId: string;
}

/** Those whose reminder or deadline is past, the oldest first. */
export const findEcheancesDues = (sql: Sql, maintenant: Date, limite: number): Promise<EcheanceDue[]> =>
  sql.query<EcheanceDue>(`select id, dac_id as "dacId" from echeances_dues($1, $2)`, [
    maintenant.toISOString(),
    limite,
  ]);

/** The clock acts in this transaction as the team that sent, and sees no more than this team. */
export async function agirPourLEquipe(tx: Sql, dacId: string): Promise<void> {
  await tx.query(
    `select set_config('parcours.sub', 'service', true), set_config('parcours.structures', $1, true),
            set_config('parcours.professionnel', '', true)`,
    [dacId],
  );
}

/** The referral, held until the end of the transaction; undefined while another write, or another process, has its case. */
export async function saisirOrientation(
  tx: Sql,
  id: string,
): Promise<(LigneOrientation & { relancerLe: string | null }) | undefined> {
  if (!(await tenterDossierDeLOrientation(tx, id))) return undefined;
  const [orientation] = await tx.query<LigneOrientation & { relancerLe: string | null }>(
    `select ${COLONNES_ORIENTATION}, o.relancer_le as "relancerLe" from orientation o where o.id = $1 for no key update`,
    [id],
  );
  return orientation;
}

/** The recipient is reminded. What they have read is still true: the version does not change. */
export async function noterRelance(tx: Sql, id: string, le: Date): Promise<void> {
  await tx.query(
    "update orientation set relancer_le = null, relances_le = relances_le || $2::timestamptz where id = $1",
    [id, le.toISOString()],
  );
}
