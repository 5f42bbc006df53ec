import type { Sql } from "@coordination/database";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";

/** Which page of a list that only grows: after this row, and how many. */
export interface PageVoulue {
  readonly dossierId: string;
  readonly apres: number | null;
  readonly limite: number;
}

export interface LigneEvenement {
  readonly id: number;
  readonly type: string;
  readonly acteur: ActeurEcrit;
  readonly resume: string;
  readonly le: string;
}

/** What happened in a case, in order. */
export const findEvenements = (sql: Sql, { dossierId, apres, limite }: PageVoulue): Promise<LigneEvenement[]> =>
  sql.query<LigneEvenement>(
    `select id, type, acteur, resume, le from evenement
     where dossier_id = $1 and ($2::bigint is null or id > $2) order by id limit $3`,
    [dossierId, apres, limite],
  );

export interface LigneTrace {
  readonly id: number;
  readonly acteur: ActeurEcrit;
  readonly action: string;
  readonly objet: string;
  readonly motif: string | null;
  readonly brisDeGlace: boolean;
  readonly le: string;
}

/** Who saw what names the person, in order. */
export const findTraces = (sql: Sql, { dossierId, apres, limite }: PageVoulue): Promise<LigneTrace[]> =>
  sql.query<LigneTrace>(
    `select id, acteur, action, objet, motif, bris_de_glace as "brisDeGlace", le from trace_acces
     where dossier_id = $1 and ($2::bigint is null or id > $2) order by id limit $3`,
    [dossierId, apres, limite],
  );
