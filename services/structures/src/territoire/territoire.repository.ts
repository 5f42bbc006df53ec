import type { Sql } from "@coordination/database";
import type { Commune } from "../commune/commune.type.ts";
import { COLONNES_STRUCTURE, enStructure, type LigneStructure } from "../structure/structure.repository.ts";
import type { Structure } from "../structure/structure.type.ts";
import type { Territoire } from "./territoire.type.ts";

/** An assumed territory is stored nowhere: its id says whose it is. */
const PREFIXE_SUPPOSE = "departement:";
const SOURCE_SUPPOSEE = "supposé : aucun territoire déclaré, le DAC couvre son département";

/** True on the day `$jour` (an SQL expression) for a row that has `depuis` and `jusqu_a`, its last day. */
export const enVigueur = (table: string, jour: string): string =>
  `${table}.depuis <= ${jour}::date and (${table}.jusqu_a is null or ${table}.jusqu_a >= ${jour}::date)`;

/**
 * True for an open DAC `d` that has declared no territory for that day: it is then assumed to cover its département. Before
 * it opened it covered nothing; when its register does not say when, it is assumed to have been there.
 */
const estSuppose = (jour: string): string => `
  d.type = 'DAC' and d.ferme_le is null and (d.ouverte_le is null or d.ouverte_le <= ${jour}::date) and not exists (select from territoire t where t.structure_id = d.id and ${enVigueur("t", jour)})`;

/**
 * SQL rows (structure_id, territoire_id, code_insee, depuis, jusqu_a, source) of every territory in force on `jour`:
 * the declared ones, then the whole département for a DAC that has none.
 */
export const territoiresEnVigueur = (jour: string): string => `
  select t.structure_id, t.id as territoire_id, tc.code_insee, t.depuis, t.jusqu_a, t.source
  from territoire t join territoire_commune tc on tc.territoire_id = t.id where ${enVigueur("t", jour)}
  union all
  select d.id, '${PREFIXE_SUPPOSE}' || d.id, c.code, coalesce(d.ouverte_le, least(d.millesime, ${jour}::date)), null::date, '${SOURCE_SUPPOSEE}'
  from structure d join commune c on c.departement = d.departement and c.type = 'COMMUNE' where ${estSuppose(jour)}`;

/** Open CPTS and DAC whose territory covers each commune on that day, by name; an arrondissement follows its commune. */
export async function findByCommuneCouverte(
  sql: Sql,
  codes: readonly string[],
  le: string,
): Promise<(Structure & { communeCouverte: string })[]> {
  const lignes = await sql.query<LigneStructure & { communeCouverte: string }>(
    `select ${COLONNES_STRUCTURE}, couvrant.code as "communeCouverte"
     from (
       select c.code, t.structure_id as id from commune c join territoire_commune tc on tc.code_insee in (c.code, c.parent)
       join territoire t on t.id = tc.territoire_id and ${enVigueur("t", "$2")} where c.code = any($1)
       union
       select c.code, d.id from commune c join structure d on d.departement = c.departement and ${estSuppose("$2")}
       where c.code = any($1)) couvrant
     join structure s using (id)
     where s.type in ('CPTS', 'DAC') and (s.ferme_le is null or s.ferme_le > $2::date)
     order by s.nom collate "fr-x-icu", s.id`,
    [codes, le],
  );
  return lignes.map(enStructure);
}

const COLONNES = `t.territoire_id as id, t.structure_id as "structureId", t.depuis, t.jusqu_a as "jusquA", t.source`;

/** The territory of each structure on that day, declared or assumed. */
export async function findTerritoires(sql: Sql, structureIds: readonly string[], le: string): Promise<Territoire[]> {
  return sql.query<Territoire>(
    `select distinct ${COLONNES} from (${territoiresEnVigueur("$2")}) t where t.structure_id = any($1)`,
    [structureIds, le],
  );
}

/** Territories by id: declared ones whatever their dates, an assumed one only while it is still assumed. */
export async function findTerritoiresById(sql: Sql, ids: readonly string[], le: string): Promise<Territoire[]> {
  return sql.query<Territoire>(
    `select t.id, t.structure_id as "structureId", t.depuis, t.jusqu_a as "jusquA", t.source from territoire t where t.id = any($1)
     union
     select ${COLONNES} from (${territoiresEnVigueur("$2")}) t
     where t.territoire_id = any($1) and starts_with(t.territoire_id, '${PREFIXE_SUPPOSE}')`,
    [ids, le],
  );
}

/** SQL rows (territoire_id, code_insee) of the territories whose ids `ids` (an SQL array of texts) holds, declared or assumed. */
export const communesDeTerritoires = (ids: string): string => `
  select tc.territoire_id, tc.code_insee from territoire_commune tc where tc.territoire_id = any(${ids})
  union all
  select demande.id, c.code from unnest(${ids}::text[]) demande(id)
  join structure d on d.id = substr(demande.id, ${PREFIXE_SUPPOSE.length + 1}) and starts_with(demande.id, '${PREFIXE_SUPPOSE}')
  join commune c on c.departement = d.departement and c.type = 'COMMUNE'`;

/** INSEE codes of each territory, in order; a declared code may be no commune any more. */
export async function findCommunesDeTerritoires(
  sql: Sql,
  ids: readonly string[],
): Promise<{ territoireId: string; codeInsee: string }[]> {
  return sql.query<{ territoireId: string; codeInsee: string }>(
    `select t.territoire_id as "territoireId", t.code_insee as "codeInsee" from (${communesDeTerritoires("$1")}) t order by 2`,
    [ids],
  );
}

/** Population of the communes of a territory; an arrondissement listed with its commune counts once. */
export function populationDe(communes: readonly Pick<Commune, "codeInsee" | "parent" | "population">[]): number {
  const codes = new Set(communes.map(({ codeInsee }) => codeInsee));
  return communes
    .filter(({ parent }) => parent === null || !codes.has(parent))
    .reduce((somme, { population }) => somme + (population ?? 0), 0);
}

/** First days of the territories of a structure. */
export async function findDatesDeTerritoires(tx: Sql, structureId: string): Promise<{ debut: string }[]> {
  return tx.query<{ debut: string }>("select depuis as debut from territoire where structure_id = $1", [structureId]);
}

/** A territory as it is declared. */
export interface TerritoireAEcrire {
  readonly structureId: string;
  readonly depuis: string;
  readonly jusquA: string | null;
  readonly codesInsee: readonly string[];
  readonly source: string;
}

/** Writes a territory, or corrects the one of the same day; the one before it ends on the eve. Returns its id. */
export async function ecrireTerritoire(
  tx: Sql,
  { structureId, depuis, jusquA, codesInsee, source }: TerritoireAEcrire,
): Promise<string> {
  await tx.query(
    `update territoire set jusqu_a = $2::date - 1
     where structure_id = $1 and depuis < $2::date and (jusqu_a is null or jusqu_a >= $2::date)`,
    [structureId, depuis],
  );
  const [ecrit] = await tx.query<{ id: string }>(
    `insert into territoire (id, structure_id, depuis, jusqu_a, source) values (md5($1 || ' ' || $2::date), $1, $2, $3, $4)
     on conflict (structure_id, depuis) do update set (jusqu_a, source) = (excluded.jusqu_a, excluded.source) returning id`,
    [structureId, depuis, jusquA, source],
  );
  if (ecrit === undefined) throw new Error(`territoire de ${structureId} non écrit`);
  await tx.query("delete from territoire_commune where territoire_id = $1 and code_insee <> all($2)", [
    ecrit.id,
    codesInsee,
  ]);
  await tx.query(
    `insert into territoire_commune (territoire_id, code_insee) select $1, unnest($2::text[]) on conflict do nothing`,
    [ecrit.id, codesInsee],
  );
  return ecrit.id;
}
