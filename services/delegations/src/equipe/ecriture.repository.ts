import type { Sql } from "@coordination/database";
import type { LigneEquipe } from "./equipe.repository.ts";

/** A team as it is first written. */
export interface EquipeAEcrire {
  readonly id: string;
  readonly delegation: string;
  readonly structureId: string;
  readonly typeStructure: string;
  readonly declareeLe: string;
}

/** A member as the directory described them that day. */
export interface MembreAEcrire {
  readonly professionnelId: string;
  readonly role: "DELEGANT" | "DELEGUE";
  readonly professions: readonly string[];
  readonly savoirFaire: readonly string[];
}

/** Writes a team and its members, in two statements whatever their number. */
export async function insererEquipe(tx: Sql, equipe: EquipeAEcrire, membres: readonly MembreAEcrire[]): Promise<void> {
  const { id, delegation, structureId, typeStructure, declareeLe } = equipe;
  await tx.query(
    "insert into equipe (id, delegation, structure_id, type_structure, declaree_le) values ($1, $2, $3, $4, $5)",
    [id, delegation, structureId, typeStructure, declareeLe],
  );
  await tx.query(
    `insert into equipe_membre (equipe_id, professionnel_id, role, professions, savoir_faire)
     select $1, m."professionnelId", m.role, m.professions, m."savoirFaire"
     from jsonb_to_recordset($2::jsonb) m ("professionnelId" text, role text, professions text[], "savoirFaire" text[])`,
    [id, JSON.stringify(membres)],
  );
}

/** The team, held until the end of the transaction; undefined when nobody declared it. */
export async function verrouillerEquipe(tx: Sql, id: string): Promise<LigneEquipe | undefined> {
  const [equipe] = await tx.query<LigneEquipe>(
    `select id, delegation as "codeDelegation", structure_id as "structureId", declaree_le as "declareeLe", finie_le as "finieLe"
     from equipe where id = $1 for update`,
    [id],
  );
  return equipe;
}

/** Notes a training; false when this person is no delegated member of the team. */
export async function noterFormation(
  tx: Sql,
  {
    equipeId,
    professionnelId,
    le,
    organisme,
  }: { equipeId: string; professionnelId: string; le: string; organisme: string },
): Promise<boolean> {
  const lignes = await tx.query(
    `update equipe_membre set formation_attestee_le = $3, organisme = $4
     where equipe_id = $1 and professionnel_id = $2 and role = 'DELEGUE' returning equipe_id`,
    [equipeId, professionnelId, le, organisme],
  );
  return lignes.length > 0;
}

/** The last day of a team, and why. */
export async function clore(tx: Sql, id: string, { le, motif }: { le: string; motif: string }): Promise<void> {
  await tx.query("update equipe set finie_le = $2, motif_fin = $3 where id = $1", [id, le, motif]);
}
