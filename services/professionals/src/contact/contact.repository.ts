import type { Sql } from "@coordination/database";
import type { Canal, Diffusion } from "@coordination/vocabulaire";

/** A declared contact, as stored. */
export interface LigneContact {
  readonly situationId: string;
  readonly canal: Canal;
  readonly valeur: string;
  readonly diffusion: Diffusion;
  readonly source: string;
  /** Civil day, in UTC. */
  readonly misAJourLe: string;
}

/** What was declared for these activities; an address on the red list is not read. */
export const findContactsBySituations = (sql: Sql, ids: readonly string[]): Promise<LigneContact[]> =>
  sql.query<LigneContact>(
    `select c.situation_id as "situationId", c.canal, c.valeur, c.diffusion, c.source, c.mis_a_jour_le::date as "misAJourLe"
     from contact_declare c
     where c.situation_id = any($1)
       and not exists (select from boite_aux_lettres rouge where rouge.adresse = lower(c.valeur) and rouge.liste_rouge)
     order by c.canal, c.valeur`,
    [ids],
  );

/** Declares all the contacts of an activity: those declared before give way to them. */
export async function remplacerContacts(
  tx: Sql,
  situationId: string,
  contacts: readonly Pick<LigneContact, "canal" | "valeur" | "diffusion">[],
  source: string,
): Promise<void> {
  await tx.query("delete from contact_declare where situation_id = $1", [situationId]);
  await tx.query(
    `insert into contact_declare (situation_id, canal, valeur, diffusion, source)
     select $1, c.canal, c.valeur, c.diffusion, $3
     from jsonb_to_recordset($2::jsonb) as c (canal text, valeur text, diffusion text)`,
    [situationId, JSON.stringify(contacts), source],
  );
}
