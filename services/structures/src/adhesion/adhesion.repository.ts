import type { Sql } from "@coordination/database";
import type { CategorieMembre, DegreEngagement } from "../enums.type.ts";
import { enVigueur } from "../territoire/territoire.repository.ts";
import type { Adhesion, FiltreAdhesions } from "./adhesion.type.ts";

const COLONNES = `a.id, a.groupement_id as "groupementId", a.professionnel_id as "professionnelId",
  a.structure_id as "structureId", a.categorie, a.degre, a.role, a.depuis, a.jusqu_a as "jusquA", a.source`;

/** Adhesions by id, ended ones included. */
export async function findAdhesions(sql: Sql, ids: readonly string[]): Promise<Adhesion[]> {
  return sql.query<Adhesion>(`select ${COLONNES} from adhesion a where a.id = any($1)`, [ids]);
}

/** Memberships in force on that day of each structure, or of each professional. */
export async function findAdhesionsDeMembres(
  sql: Sql,
  membre: "structure" | "professionnel",
  ids: readonly string[],
  le: string,
): Promise<Adhesion[]> {
  return sql.query<Adhesion>(
    `select ${COLONNES} from adhesion a where a.${membre}_id = any($1) and ${enVigueur("a", "$2")} order by a.depuis, a.id`,
    [ids, le],
  );
}

/** One grouping's page, as asked: `apres` holds the sort values (depuis, id) of the last row seen. */
export interface DemandeDeMembres {
  readonly groupementId: string;
  readonly apres: readonly [depuis: string, id: string] | null;
}

/** The `first` + 1 next memberships of each grouping, oldest first, in one statement. */
export async function findMembres(
  sql: Sql,
  demandes: readonly DemandeDeMembres[],
  { le, degre }: FiltreAdhesions,
  first: number,
): Promise<(Adhesion & { demande: number })[]> {
  return sql.query<Adhesion & { demande: number }>(
    `select membre.*, demande.rang::int - 1 as demande
     from unnest($1::text[], $2::date[], $3::text[]) with ordinality demande(groupement, depuis, id, rang)
     join lateral (
       select ${COLONNES} from adhesion a
       where a.groupement_id = demande.groupement and ${enVigueur("a", "$4")} and ($5::text is null or a.degre = $5)
         and (demande.id is null or (a.depuis, a.id) > (demande.depuis, demande.id))
       order by a.depuis, a.id limit $6) membre on true
     order by demande.rang, membre.depuis, membre.id`,
    [
      demandes.map(({ groupementId }) => groupementId),
      demandes.map(({ apres }) => apres?.[0] ?? null),
      demandes.map(({ apres }) => apres?.[1] ?? null),
      le,
      degre,
      first + 1,
    ],
  );
}

/** How many memberships of each grouping are in force on that day. */
export async function countMembres(
  sql: Sql,
  groupementIds: readonly string[],
  { le, degre }: FiltreAdhesions,
): Promise<{ groupementId: string; nombre: number }[]> {
  return sql.query<{ groupementId: string; nombre: number }>(
    `select a.groupement_id as "groupementId", count(*) as nombre from adhesion a
     where a.groupement_id = any($1) and ${enVigueur("a", "$2")} and ($3::text is null or a.degre = $3) group by a.groupement_id`,
    [groupementIds, le, degre],
  );
}

/** Declared professional members in force on that day, counted by declared profession; a null profession was not declared. */
export interface MembresParProfession {
  readonly groupementId: string;
  readonly profession: string | null;
  readonly medecinGeneraliste: boolean | null;
  readonly nombre: number;
}

/** A person who joined twice counts once. Source of the counting: S046. */
export async function countMembresByProfession(
  sql: Sql,
  groupementIds: readonly string[],
  le: string,
): Promise<MembresParProfession[]> {
  return sql.query<MembresParProfession>(
    `select a.groupement_id as "groupementId", a.profession, a.medecin_generaliste as "medecinGeneraliste",
            count(distinct a.professionnel_id) as nombre
     from adhesion a
     where a.groupement_id = any($1) and a.professionnel_id is not null and ${enVigueur("a", "$2")}
     group by 1, 2, 3 order by 1, 2, 3`,
    [groupementIds, le],
  );
}

/** A membership as it is written down. */
export interface AdhesionAEcrire {
  readonly id: string;
  readonly groupementId: string;
  readonly professionnelId: string | null;
  readonly structureId: string | null;
  /** Code of TRE_G15, null when it was not declared. */
  readonly profession: string | null;
  readonly medecinGeneraliste: boolean | null;
  readonly categorie: CategorieMembre | null;
  readonly degre: DegreEngagement | null;
  readonly role: string | null;
  readonly depuis: string;
  readonly source: string;
}

/** The membership of this member in this grouping that runs on that day or later, if any. */
export async function findAdhesionEnCours(
  tx: Sql,
  groupementId: string,
  { professionnelId, structureId }: Pick<AdhesionAEcrire, "professionnelId" | "structureId">,
  depuis: string,
): Promise<Adhesion | null> {
  const [adhesion = null] = await tx.query<Adhesion>(
    `select ${COLONNES} from adhesion a
     where a.groupement_id = $1 and (a.professionnel_id = $2 or a.structure_id = $3) and (a.jusqu_a is null or a.jusqu_a >= $4::date)
     limit 1`,
    [groupementId, professionnelId, structureId, depuis],
  );
  return adhesion;
}

/** Writes a new membership. */
export async function ecrireAdhesion(tx: Sql, adhesion: AdhesionAEcrire): Promise<void> {
  await tx.query(
    `insert into adhesion (id, groupement_id, professionnel_id, structure_id, profession, medecin_generaliste, categorie, degre, role,
       depuis, source) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      adhesion.id,
      adhesion.groupementId,
      adhesion.professionnelId,
      adhesion.structureId,
      adhesion.profession,
      adhesion.medecinGeneraliste,
      adhesion.categorie,
      adhesion.degre,
      adhesion.role,
      adhesion.depuis,
      adhesion.source,
    ],
  );
}

/** Ends a membership: `le` is its last day. */
export async function ecrireFinDAdhesion(tx: Sql, id: string, le: string): Promise<void> {
  await tx.query("update adhesion set jusqu_a = $2::date where id = $1", [id, le]);
}
