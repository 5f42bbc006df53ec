import type { Sql } from "@coordination/database";
import type { Urgence } from "@coordination/vocabulaire";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import { tenirDossierDeLOrientation } from "../dossier/verrou.ts";
import type { Echeances } from "./delais.rule.ts";
import type { StatutOrientation } from "./etats.ts";
import type { ApercuBesoin, IssueOrientation, MotifRefus, NatureOrientation } from "./orientation.type.ts";

/** One of the three, that the directory knew. */
export interface Suggestion {
  readonly situationId: string | null;
  readonly structureId: string | null;
  readonly equipeId: string | null;
}

/** A referral, as stored and as this reader may see it. */
export interface LigneOrientation {
  readonly id: string;
  readonly dossierId: string;
  readonly besoinId: string;
  readonly diffusion: string;
  readonly nature: NatureOrientation;
  readonly statut: StatutOrientation;
  readonly version: number;
  readonly urgence: Urgence;
  readonly apercu: ApercuBesoin;
  readonly messageAnonyme: string | null;
  readonly emetteur: ActeurEcrit;
  /** Who sent it: the DAC of the case; outside a case, a structure or a professional. */
  readonly dacId: string;
  readonly situationId: string | null;
  readonly structureId: string | null;
  readonly equipeId: string | null;
  readonly destinataireStructureId: string | null;
  readonly destinataireProfessionnelId: string | null;
  readonly motifRefus: MotifRefus | null;
  readonly issue: IssueOrientation | null;
  readonly synthese: string | null;
  readonly rendezVousLe: string | null;
  readonly priseEnChargeLe: string | null;
  /** Whom the recipient who refuses would ask instead. */
  readonly suggestion: Suggestion | null;
  readonly envoyeeLe: string;
  readonly repondreAvant: string | null;
  readonly relancesLe: readonly string[];
  readonly origineId: string | null;
  readonly misAJourLe: string;
}

/** The columns of a `LigneOrientation`, of a table named `o`. */
export const COLONNES_ORIENTATION = `o.id, o.dossier_id as "dossierId", o.besoin_id as "besoinId", o.diffusion, o.nature, o.statut, o.version, o.urgence,
  o.apercu, o.message_anonyme as "messageAnonyme", o.emetteur, o.dac_id as "dacId", o.situation_id as "situationId",
  o.structure_id as "structureId", o.equipe_id as "equipeId", o.destinataire_structure_id as "destinataireStructureId",
  o.destinataire_professionnel_id as "destinataireProfessionnelId", o.motif_refus as "motifRefus", o.issue, o.synthese,
  o.rendez_vous_le as "rendezVousLe", o.prise_en_charge_le as "priseEnChargeLe", o.suggestion, o.envoyee_le as "envoyeeLe", o.repondre_avant as "repondreAvant",
  o.relances_le as "relancesLe", o.origine_id as "origineId", o.mis_a_jour_le as "misAJourLe"`;

/** What a sending writes of each recipient. */
export type OrientationAEcrire = Pick<
  LigneOrientation,
  | "id"
  | "dossierId"
  | "besoinId"
  | "diffusion"
  | "nature"
  | "urgence"
  | "apercu"
  | "messageAnonyme"
  | "emetteur"
  | "dacId"
  | "situationId"
  | "structureId"
  | "equipeId"
  | "destinataireStructureId"
  | "destinataireProfessionnelId"
  | "envoyeeLe"
  | "repondreAvant"
  | "origineId"
> & { readonly relancerLe: string | null };

/** Sends, to all at once, in one statement. */
export async function insererOrientations(tx: Sql, orientations: readonly OrientationAEcrire[]): Promise<void> {
  await tx.query(
    `insert into orientation (id, dossier_id, besoin_id, diffusion, nature, statut, urgence, apercu, message_anonyme, emetteur, dac_id,
       situation_id, structure_id, equipe_id, destinataire_structure_id, destinataire_professionnel_id, envoyee_le,
       relancer_le, repondre_avant, origine_id)
     select id, "dossierId", "besoinId", diffusion, nature, 'ENVOYEE', urgence, apercu, "messageAnonyme", emetteur, "dacId",
       "situationId", "structureId", "equipeId", "destinataireStructureId", "destinataireProfessionnelId", "envoyeeLe",
       "relancerLe", "repondreAvant", "origineId"
     from jsonb_to_recordset($1::jsonb) o (id uuid, "dossierId" uuid, "besoinId" uuid, diffusion uuid, nature text, urgence text,
       apercu jsonb, "messageAnonyme" text, emetteur jsonb, "dacId" text, "situationId" text, "structureId" text, "equipeId" text,
       "destinataireStructureId" text, "destinataireProfessionnelId" text, "envoyeeLe" timestamptz,
       "relancerLe" timestamptz, "repondreAvant" timestamptz, "origineId" uuid)`,
    [JSON.stringify(orientations)],
  );
}

/** The referrals that this reader may see, among these, in the order asked. */
export const findOrientationsByIds = (sql: Sql, ids: readonly string[]): Promise<LigneOrientation[]> =>
  sql.query<LigneOrientation>(
    `select ${COLONNES_ORIENTATION} from orientation o where o.id = any($1::uuid[]) order by array_position($1::uuid[], o.id)`,
    [ids],
  );

/** The referrals of these needs, the first one first. */
export const findOrientationsByBesoins = (sql: Sql, besoinIds: readonly string[]): Promise<LigneOrientation[]> =>
  sql.query<LigneOrientation>(
    `select ${COLONNES_ORIENTATION} from orientation o where o.besoin_id = any($1::uuid[]) order by o.besoin_id, o.envoyee_le, o.id`,
    [besoinIds],
  );

/** The referrals of these cases, the first one first, for who holds the case: nobody else reads its needs. */
export const findOrientationsByDossiers = (sql: Sql, dossierIds: readonly string[]): Promise<LigneOrientation[]> =>
  sql.query<LigneOrientation>(
    `select ${COLONNES_ORIENTATION} from orientation o
     where o.dossier_id = any($1::uuid[]) and o.dac_id = any (acteur_porteurs()) order by o.dossier_id, o.envoyee_le, o.id`,
    [dossierIds],
  );

/** The referral, held with its case until the end of the transaction; undefined when this actor cannot see it. */
export async function verrouillerOrientation(tx: Sql, id: string): Promise<LigneOrientation | undefined> {
  await tenirDossierDeLOrientation(tx, id);
  const [orientation] = await tx.query<LigneOrientation>(
    `select ${COLONNES_ORIENTATION} from orientation o where o.id = $1 for no key update`,
    [id],
  );
  return orientation;
}

/** What an answer changes of a referral. */
export interface ChangementOrientation {
  readonly statut: StatutOrientation;
  readonly motifRefus?: MotifRefus;
  readonly issue?: IssueOrientation;
  readonly synthese?: string;
  readonly rendezVousLe?: string;
  readonly delaiJours?: number;
  readonly suggestion?: Suggestion;
  readonly priseEnChargeLe?: string;
}

/** Writes the answer; the version goes up. */
export async function changerOrientation(tx: Sql, id: string, changement: ChangementOrientation): Promise<void> {
  const { statut, motifRefus, issue, synthese, rendezVousLe, delaiJours, suggestion, priseEnChargeLe } = changement;
  await tx.query(
    `update orientation set statut = $2, version = version + 1, mis_a_jour_le = now(), motif_refus = coalesce($3, motif_refus),
       issue = coalesce($4, issue), synthese = coalesce($5, synthese), rendez_vous_le = coalesce($6, rendez_vous_le),
       delai_jours = coalesce($7, delai_jours), suggestion = coalesce($8::jsonb, suggestion),
       prise_en_charge_le = coalesce($9::date, prise_en_charge_le)
     where id = $1`,
    [
      id,
      statut,
      motifRefus ?? null,
      issue ?? null,
      synthese ?? null,
      rendezVousLe ?? null,
      delaiJours ?? null,
      suggestion === undefined ? null : JSON.stringify(suggestion),
      priseEnChargeLe ?? null,
    ],
  );
}

/** Where the need stands follows from its referrals. */
export const suivreBesoin = async (tx: Sql, orientationId: string): Promise<void> => {
  await tx.query("select suivre_besoin($1)", [orientationId]);
};

/** The referrals that this acceptance withdraws, when it wins the broadcast; null when another one won before. */
export async function emporter(tx: Sql, id: string): Promise<readonly string[] | null> {
  const [ligne] = await tx.query<{ retirees: string[] | null }>("select emporter($1) as retirees", [id]);
  return ligne?.retirees ?? null;
}

/** Asks again those whom the one who withdraws had pushed aside, until new deadlines; says which. */
export async function rouvrirDiffusion(tx: Sql, id: string, echeances: Echeances | null): Promise<readonly string[]> {
  const [ligne] = await tx.query<{ rouvertes: string[] }>("select rouvrir_diffusion($1, $2, $3) as rouvertes", [
    id,
    echeances?.relancerLe ?? null,
    echeances?.repondreAvant ?? null,
  ]);
  return ligne?.rouvertes ?? [];
}

/** Cancels the referrals of a case, or of one of its needs, that are in one of these states, and says which, by their needs. */
export const annulerOrientations = (
  tx: Sql,
  { dossierId, besoinId }: { readonly dossierId: string; readonly besoinId: string | null },
  statuts: readonly StatutOrientation[],
): Promise<{ readonly id: string; readonly besoinId: string }[]> =>
  tx.query(
    `update orientation set statut = 'ANNULEE', version = version + 1, mis_a_jour_le = now()
     where dossier_id = $1 and statut = any ($2::text[]) and ($3::uuid is null or besoin_id = $3)
     returning id, besoin_id as "besoinId"`,
    [dossierId, statuts, besoinId],
  );

/** A question or its answer. */
export async function insererEchange(
  tx: Sql,
  { id, orientationId, auteur, texte }: { id: string; orientationId: string; auteur: ActeurEcrit; texte: string },
): Promise<void> {
  await tx.query("insert into echange (id, orientation_id, auteur, texte) values ($1, $2, $3::jsonb, $4)", [
    id,
    orientationId,
    JSON.stringify(auteur),
    texte,
  ]);
}

export interface LigneEchange {
  readonly orientationId: string;
  readonly auteur: ActeurEcrit;
  readonly texte: string;
  readonly le: string;
}

/** The questions and answers of these referrals, in order. */
export const findEchanges = (sql: Sql, orientationIds: readonly string[]): Promise<LigneEchange[]> =>
  sql.query<LigneEchange>(
    `select orientation_id as "orientationId", auteur, texte, le from echange
     where orientation_id = any($1::uuid[]) order by orientation_id, le, id`,
    [orientationIds],
  );
