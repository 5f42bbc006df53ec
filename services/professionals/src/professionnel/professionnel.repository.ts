import type { Sql } from "@coordination/database";

/** A person, as stored. */
export interface LigneProfessionnel {
  readonly id: string;
  readonly rpps: string;
  readonly civilite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly source: string;
  readonly millesime: string;
  readonly misAJourLe: string;
}

/** The columns of a `LigneProfessionnel`, of the table aliased `p`. */
export const COLONNES_PROFESSIONNEL = `p.id, p.rpps, p.civilite, p.nom, p.prenom, p.source, p.millesime, p.mis_a_jour_le as "misAJourLe"`;

/** People by id, closed ones included: what refers to them must stay readable. */
export const findProfessionnelsByIds = (sql: Sql, ids: readonly string[]): Promise<LigneProfessionnel[]> =>
  sql.query<LigneProfessionnel>(`select ${COLONNES_PROFESSIONNEL} from professionnel p where p.id = any($1)`, [ids]);
