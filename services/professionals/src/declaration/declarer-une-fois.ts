import type { Sql } from "@coordination/database";
import { ecrireUneFois } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { oublier } from "../loaders.ts";

/** A declaration as the client sent it. */
interface Demande {
  readonly operation: string;
  readonly cle: string;
  readonly input: unknown;
}

/** Writes in one transaction, once per (actor, key), and gives back the identifier of what to answer with. */
export async function declarerUneFois(
  { sql, appel, loaders }: Contexte,
  demande: Demande,
  ecrire: (tx: Sql) => Promise<string>,
): Promise<string> {
  const id = await ecrireUneFois(sql, { acteur: appel.acteur, ...demande }, ecrire);
  oublier(loaders);
  return id;
}
