import type { Sql } from "@coordination/database";
import type { PublicPrioritaire, StatutMedicobus } from "../enums.type.ts";
import type { Passage } from "./medicobus.type.ts";

/** What was declared of a médicobus. */
export interface DeclarationMedicobus {
  readonly structureId: string;
  readonly statut: StatutMedicobus;
  readonly vague: number | null;
  readonly publicsPrioritaires: PublicPrioritaire[];
}

/** Declarations by structure; an undeclared médicobus has no row. */
export async function findDeclarationsMedicobus(
  sql: Sql,
  structureIds: readonly string[],
): Promise<DeclarationMedicobus[]> {
  return sql.query<DeclarationMedicobus>(
    `select m.structure_id as "structureId", m.statut, m.vague, m.publics_prioritaires as "publicsPrioritaires"
     from medicobus m where m.structure_id = any($1)`,
    [structureIds],
  );
}

/** Which passages: in one commune or everywhere, from a day to another, both included (null: without end). */
export interface FiltrePassages {
  readonly codeInsee: string | null;
  readonly du: string;
  readonly au: string | null;
}

/** The passages of each médicobus, in order of time, by civil day in France. */
export async function findPassages(
  sql: Sql,
  medicobusIds: readonly string[],
  { codeInsee, du, au }: FiltrePassages,
): Promise<(Passage & { medicobusId: string })[]> {
  return sql.query<Passage & { medicobusId: string }>(
    `select p.medicobus_id as "medicobusId", p.debut, p.fin, p.lieu, p.code_insee as "codeInsee" from passage p
     where p.medicobus_id = any($1) and ($2::text is null or p.code_insee = $2)
       and p.fin >= ($3::date)::timestamp at time zone 'Europe/Paris'
       and ($4::date is null or p.debut < ($4::date + 1)::timestamp at time zone 'Europe/Paris')
     order by p.debut`,
    [medicobusIds, codeInsee, du, au],
  );
}

/** A programme to come, who says it, and when. */
interface ProgrammeAEcrire {
  readonly medicobusId: string;
  readonly passages: readonly object[];
  readonly source: string;
  readonly maintenant: Date;
  readonly aujourdhui: string;
}

/** Replaces the passages that have not begun. A médicobus that nobody has declared yet is a candidate. */
export async function remplacerPassagesAVenir(
  tx: Sql,
  { medicobusId, passages, source, maintenant, aujourdhui }: ProgrammeAEcrire,
): Promise<void> {
  await tx.query(
    `insert into medicobus (structure_id, statut, source, programme_source, programme_le) values ($1, 'CANDIDAT', $2, $2, $3::date)
     on conflict (structure_id) do update set (programme_source, programme_le) = (excluded.programme_source, excluded.programme_le)`,
    [medicobusId, source, aujourdhui],
  );
  await tx.query("delete from passage where medicobus_id = $1 and debut > $2", [medicobusId, maintenant]);
  await tx.query(
    `insert into passage (medicobus_id, debut, fin, code_insee, lieu)
     select $1, d.debut, d.fin, d."codeInsee", d.lieu
     from jsonb_to_recordset($2::jsonb) d(debut timestamptz, fin timestamptz, "codeInsee" text, lieu text)`,
    [medicobusId, JSON.stringify(passages)],
  );
}
