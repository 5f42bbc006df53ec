import type { Sql } from "@coordination/database";
import type { TypeBal } from "./boite-aux-lettres.type.ts";

/** A box and who holds it: a person, a place, or a person in a place. */
export interface LigneBoite {
  readonly professionnelId: string | null;
  readonly structureId: string | null;
  readonly adresse: string;
  readonly type: TypeBal;
  readonly misAJourLe: string;
}

/**
 * The open boxes of these people, and those of these structures. An address that one of its holders has put on the red list
 * is not read at all. Those of an organisation come first: a person may be away.
 */
export const findBoites = (
  sql: Sql,
  professionnelIds: readonly string[],
  structureIds: readonly string[],
): Promise<LigneBoite[]> =>
  sql.query<LigneBoite>(
    `select b.professionnel_id as "professionnelId", b.structure_id as "structureId", b.adresse, b.type,
            b.millesime as "misAJourLe"
     from boite_aux_lettres b
     where (b.professionnel_id = any($1) or (b.professionnel_id is null and b.structure_id = any($2)))
       and b.ferme_le is null and not b.liste_rouge
       and not exists (select from boite_aux_lettres rouge where rouge.adresse = b.adresse and rouge.liste_rouge)
     order by array_position(array['ORGANISATIONNELLE', 'CABINET', 'PERSONNELLE', 'APPLICATIVE'], b.type), b.adresse`,
    [professionnelIds, structureIds],
  );
