import type { Sql } from "@coordination/database";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";

/** A membership: one period of someone, or of a structure, in a circle. */
export interface LigneMembre {
  readonly id: string;
  readonly dossierId: string;
  readonly professionnelId: string | null;
  readonly structureId: string | null;
  readonly procheChiffre: string | null;
  readonly role: string;
  readonly depuis: string;
  readonly jusquA: string | null;
}

const COLONNES = `id, dossier_id as "dossierId", professionnel_id as "professionnelId", structure_id as "structureId",
  proche_chiffre as "procheChiffre", role, depuis, jusqu_a as "jusquA"`;

/** The memberships of these circles, ended ones included, the first one first. */
export const findMembres = (sql: Sql, dossierIds: readonly string[]): Promise<LigneMembre[]> =>
  sql.query<LigneMembre>(
    `select ${COLONNES} from membre_cercle where dossier_id = any($1::uuid[]) order by dossier_id, depuis, id`,
    [dossierIds],
  );

/** The memberships that this reader may see, among these. */
export const findMembresByIds = (sql: Sql, ids: readonly string[]): Promise<LigneMembre[]> =>
  sql.query<LigneMembre>(`select ${COLONNES} from membre_cercle where id = any($1::uuid[])`, [ids]);

/** Starts a membership. */
export async function insererMembre(
  tx: Sql,
  { id, dossierId, professionnelId, structureId, procheChiffre, role, depuis }: Omit<LigneMembre, "jusquA">,
  auteur: ActeurEcrit,
): Promise<void> {
  await tx.query(
    `insert into membre_cercle (id, dossier_id, professionnel_id, structure_id, proche_chiffre, role, depuis, ajoute_par)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)`,
    [id, dossierId, professionnelId, structureId, procheChiffre, role, depuis, JSON.stringify(auteur)],
  );
}

/** Ends a membership: the row stays. */
export async function finirMembre(tx: Sql, id: string, jusquA: string): Promise<void> {
  await tx.query("update membre_cercle set jusqu_a = $2 where id = $1", [id, jusquA]);
}
