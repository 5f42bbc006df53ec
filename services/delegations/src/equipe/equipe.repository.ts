import type { Sql } from "@coordination/database";
import type { Point } from "../territoire/lieu.ts";

/** A declared team, as stored. */
export interface LigneEquipe {
  readonly id: string;
  readonly codeDelegation: string;
  readonly structureId: string;
  readonly declareeLe: string;
  readonly finieLe: string | null;
}

/** A person of a team. */
export interface LigneMembre {
  readonly equipeId: string;
  readonly professionnelId: string;
  readonly role: "DELEGANT" | "DELEGUE";
  /** What the directory said on the day of the declaration; null when it was not asked. */
  readonly professions: readonly string[] | null;
  readonly savoirFaire: readonly string[] | null;
  readonly formationAttesteeLe: string | null;
  readonly organisme: string | null;
}

/** Which teams are looked for: those of a delegation on a day, and perhaps around a point. */
export interface CriteresEquipes {
  readonly codeDelegation: string;
  /** AAAA-MM-JJ. */
  readonly le: string;
  /** `centre` is null when nobody knows where the place is: nothing is then near it. */
  readonly autour: { readonly centre: Point | null; readonly rayonKm: number } | null;
}

/** One page of them: nearest first, then by id. */
export interface PageEquipes extends CriteresEquipes {
  readonly apres: { readonly distanceKm: number | null; readonly id: string } | null;
  readonly limite: number;
}

export interface LigneEquipeProche extends LigneEquipe {
  readonly distanceKm: number | null;
}

const COLONNES = `e.id, e.delegation as "codeDelegation", e.structure_id as "structureId",
  e.declaree_le as "declareeLe", e.finie_le as "finieLe"`;

const ENGAGEE = (le: string): string => `e.declaree_le <= ${le} and (e.finie_le is null or e.finie_le >= ${le})`;

/** The teams that answer the criteria `d`, each with its distance; a closed structure has no team any more. */
const TROUVEES = `
  select e.*, a.distance
  from equipe e
  join structure_connue s on s.id = e.structure_id and not s.fermee
  cross join lateral (select distance_km(d.latitude, d.longitude, s.latitude, s.longitude) as distance) a
  where e.delegation = d.delegation and ${ENGAGEE("d.le")} and (d.rayon is null or a.distance <= d.rayon)`;

const DEMANDES = `unnest($1::text[], $2::date[], $3::float8[], $4::float8[], $5::float8[])`;

const valeursDe = (demandes: readonly CriteresEquipes[]) => [
  demandes.map(({ codeDelegation }) => codeDelegation),
  demandes.map(({ le }) => le),
  demandes.map(({ autour }) => autour?.centre?.latitude ?? null),
  demandes.map(({ autour }) => autour?.centre?.longitude ?? null),
  demandes.map(({ autour }) => autour?.rayonKm ?? null),
];

/** The pages asked, in one statement; `rang` says which (from 1). */
export const findPagesEquipes = (
  sql: Sql,
  demandes: readonly PageEquipes[],
): Promise<(LigneEquipeProche & { rang: number })[]> =>
  sql.query(
    `select d.rang, ${COLONNES}, e.distance as "distanceKm"
     from rows from (${DEMANDES}, unnest($6::float8[]), unnest($7::text[]), unnest($8::int[])) with ordinality
       d (delegation, le, latitude, longitude, rayon, apres_distance, apres_id, limite, rang)
     cross join lateral (
       select * from (${TROUVEES}) e
       where d.apres_id is null or (coalesce(e.distance, 0), e.id collate "C") > (coalesce(d.apres_distance, 0), d.apres_id collate "C")
       order by coalesce(e.distance, 0), e.id collate "C"
       limit d.limite
     ) e
     order by d.rang, coalesce(e.distance, 0), e.id collate "C"`,
    [
      ...valeursDe(demandes),
      demandes.map(({ apres }) => apres?.distanceKm ?? null),
      demandes.map(({ apres }) => apres?.id ?? null),
      demandes.map(({ limite }) => limite),
    ],
  );

/** How many teams answer each of these, in their order. */
export async function countEquipes(sql: Sql, demandes: readonly CriteresEquipes[]): Promise<number[]> {
  const lignes = await sql.query<{ nombre: number }>(
    `select (select count(*) from (${TROUVEES}) e) as nombre
     from ${DEMANDES} with ordinality d (delegation, le, latitude, longitude, rayon, rang)
     order by d.rang`,
    valeursDe(demandes),
  );
  return lignes.map(({ nombre }) => nombre);
}

/** The teams of these identifiers, whatever the date. */
export const findEquipesByIds = (sql: Sql, ids: readonly string[]): Promise<LigneEquipe[]> =>
  sql.query<LigneEquipe>(`select ${COLONNES} from equipe e where e.id = any($1)`, [ids]);

/** What the places of these teams are: as the directory says now, else as it said when the team was declared. */
export const findTypesDeStructure = (
  sql: Sql,
  equipeIds: readonly string[],
): Promise<{ id: string; type: string | null }[]> =>
  sql.query(
    `select e.id, coalesce(s.type, e.type_structure) as type
     from equipe e left join structure_connue s on s.id = e.structure_id where e.id = any($1)`,
    [equipeIds],
  );

/** The people of these teams. */
export const findMembresByEquipes = (sql: Sql, equipeIds: readonly string[]): Promise<LigneMembre[]> =>
  sql.query<LigneMembre>(
    `select equipe_id as "equipeId", professionnel_id as "professionnelId", role, professions, savoir_faire as "savoirFaire",
            formation_attestee_le as "formationAttesteeLe", organisme
     from equipe_membre where equipe_id = any($1) order by professionnel_id collate "C"`,
    [equipeIds],
  );

/** The teams engaged on a day in these structures. */
export const findEquipesByStructures = (
  sql: Sql,
  structureIds: readonly string[],
  le: string,
): Promise<LigneEquipe[]> =>
  sql.query<LigneEquipe>(
    `select ${COLONNES} from equipe e where e.structure_id = any($1) and ${ENGAGEE("$2")}
     order by e.delegation collate "C", e.id collate "C"`,
    [structureIds, le],
  );

/** The teams engaged on a day that these people belong to. */
export const findEquipesByProfessionnels = (
  sql: Sql,
  professionnelIds: readonly string[],
  le: string,
): Promise<(LigneEquipe & { professionnelId: string })[]> =>
  sql.query(
    `select ${COLONNES}, m.professionnel_id as "professionnelId"
     from equipe_membre m join equipe e on e.id = m.equipe_id
     where m.professionnel_id = any($1) and ${ENGAGEE("$2")}
     order by e.delegation collate "C", e.id collate "C"`,
    [professionnelIds, le],
  );
