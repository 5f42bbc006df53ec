import type { Sql } from "@coordination/database";
import { saisieInvalide } from "@coordination/server-kit";
import type { CriteresRecherche } from "./criteres.ts";

/**
 * « Nobody around » is only said around a place that exists: a postal code is no commune, and a merged one is no more. Asked
 * when nobody was found, so that other searches do not pay for it. Throws BAD_USER_INPUT.
 */
export async function exigerCentre(sql: Sql, proximite: CriteresRecherche["proximite"]): Promise<void> {
  if (proximite === null || !("codeInsee" in proximite.centre)) return;
  const { codeInsee } = proximite.centre;
  const connue = await sql.query("select from commune_connue where code_insee = $1", [codeInsee]);
  if (connue.length === 0) throw saisieInvalide("proximite.codeInsee", `La commune ${codeInsee} n'existe pas.`);
}
