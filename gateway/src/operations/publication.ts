import type { Pool } from "pg";
import { empreinteDe, type Mode } from "./registre.ts";

/** A document of the registry, as its keeper sees it. */
interface OperationPubliee {
  readonly empreinte: string;
  readonly nom: string;
  readonly publieeLe: Date;
  readonly retireeLe: Date | null;
}

/** Publishes a document, also one that was withdrawn. Returns its print. */
export async function publier(pool: Pool, nom: string, document: string): Promise<string> {
  const empreinte = empreinteDe(document);
  await pool.query(
    `insert into passerelle.operation (empreinte, nom, document) values ($1, $2, $3)
     on conflict (empreinte) do update set retiree_le = null, nom = excluded.nom`,
    [empreinte, nom, document],
  );
  return empreinte;
}

/** Withdraws a document. False when none is published under this print. */
export async function retirer(pool: Pool, empreinte: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    "update passerelle.operation set retiree_le = now() where empreinte = $1 and retiree_le is null",
    [empreinte],
  );
  return rowCount === 1;
}

/** Every document ever published, the latest first. */
export async function lister(pool: Pool): Promise<OperationPubliee[]> {
  const { rows } = await pool.query<OperationPubliee>(
    `select empreinte, nom, publiee_le as "publieeLe", retiree_le as "retireeLe"
     from passerelle.operation order by publiee_le desc, empreinte`,
  );
  return rows;
}

/** Holds a client to the published documents, or frees it (null). */
export async function tenir(pool: Pool, client: string, mode: Mode | null): Promise<void> {
  if (mode === null) {
    await pool.query("delete from passerelle.client where nom = $1", [client]);
    return;
  }
  await pool.query(
    "insert into passerelle.client (nom, mode) values ($1, $2) on conflict (nom) do update set mode = excluded.mode",
    [client, mode],
  );
}
