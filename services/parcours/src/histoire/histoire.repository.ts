import type { Sql } from "@coordination/database";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import type { LigneDeTrace } from "../acces/empreinte.ts";

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
  readonly orientationId: string | null;
}

/** What happened in these cases, in order; `rang` tells which page a row is of, from 1. */
export const findEvenements = (
  sql: Sql,
  pages: readonly PageVoulue[],
): Promise<(LigneEvenement & { readonly rang: number })[]> =>
  sql.query(
    `select v.rang::int, e.* from rows from (jsonb_to_recordset($1::jsonb) as ("dossierId" uuid, apres bigint, limite int))
       with ordinality v ("dossierId", apres, limite, rang)
     cross join lateral (
       select id, type, acteur, resume, le, orientation_id as "orientationId" from evenement
       where dossier_id = v."dossierId" and (v.apres is null or id > v.apres) order by id limit v.limite) e
     order by v.rang, e.id`,
    [JSON.stringify(pages)],
  );

/** A line of the register, as its case's team reads it. */
export type LigneTrace = Omit<Required<LigneDeTrace>, "dossierId"> & { readonly id: number };

/** Who saw what names the person, in order. */
export const findTraces = (sql: Sql, { dossierId, apres, limite }: PageVoulue): Promise<LigneTrace[]> =>
  sql.query<LigneTrace>(
    `select id, acteur, action, objet, motif, bris_de_glace as "brisDeGlace", le from trace_acces
     where dossier_id = $1 and ($2::bigint is null or id > $2) order by id limit $3`,
    [dossierId, apres, limite],
  );
