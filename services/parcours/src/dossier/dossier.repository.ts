import type { Sql } from "@coordination/database";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import type { NatureDemandeur, NiveauAppui } from "./dossier.type.ts";
import { HORS_DOSSIER, type StatutParcours, type StatutTenu } from "./etats.ts";
import { tenirDossier } from "./verrou.ts";

/** Why this reader may read who the person is; null for who opened the case and is nothing else. */
export type Acces = "EQUIPE" | "CERCLE" | "BRIS_DE_GLACE";

/** What a need hangs from, as this reader may see it: a case, or what takes its place for a need without one. */
export interface LigneTenue {
  readonly id: string;
  readonly version: number;
  readonly statut: StatutTenu;
  readonly usagerId: string;
  /** Who holds it: the DAC of a case; outside a case, a structure or a professional, as `tenuPar` says. */
  readonly dacId: string;
  readonly tenuPar: "DAC" | "STRUCTURE" | "PROFESSIONNEL";
  readonly acces: Acces | null;
}

/** The structure that holds it, or null when a professional does in their own name. */
export const structurePorteuse = ({ dacId, tenuPar }: Pick<LigneTenue, "dacId" | "tenuPar">): string | null =>
  tenuPar === "PROFESSIONNEL" ? null : dacId;

/** A case, as stored and as this reader may see it. */
export interface LigneDossier extends LigneTenue {
  readonly numero: string;
  readonly statut: StatutParcours;
  readonly niveauAppui: NiveauAppui | null;
  readonly codeInsee: string;
  readonly referentId: string | null;
  readonly demandeChiffree: string;
  readonly demandeurNature: NatureDemandeur;
  readonly autresActeurs: boolean;
  readonly aReevaluerLe: string | null;
  readonly creeLe: string;
  readonly misAJourLe: string;
}

const COLONNES_TENUES = `d.id, d.version, d.statut, d.usager_id as "usagerId", d.dac_id as "dacId", d.tenu_par as "tenuPar",
  case when d.dac_id = any (acteur_porteurs()) then 'EQUIPE' when d.id in (select mes_cercles()) then 'CERCLE'
       when d.id in (select mes_bris_de_glace()) then 'BRIS_DE_GLACE' end as acces`;

/** The columns of a `LigneDossier`, of a table named `d`. */
export const COLONNES_DU_DOSSIER = `${COLONNES_TENUES}, d.numero, d.niveau_appui as "niveauAppui",
  d.code_insee as "codeInsee", d.referent_id as "referentId", d.demande_chiffree as "demandeChiffree",
  d.demandeur_nature as "demandeurNature", d.autres_acteurs as "autresActeurs", d.a_reevaluer_le as "aReevaluerLe", d.cree_le as "creeLe", d.mis_a_jour_le as "misAJourLe"`;

/** What holds a need without a case is never one. */
export const EST_UN_DOSSIER = `d.statut <> '${HORS_DOSSIER}'`;

type DossierAEcrire = Pick<
  LigneDossier,
  "id" | "usagerId" | "codeInsee" | "dacId" | "demandeChiffree" | "demandeurNature" | "autresActeurs"
> & { readonly annee: string; readonly creePar: string };

/** Opens a case. */
export async function insererDossier(tx: Sql, dossier: DossierAEcrire): Promise<void> {
  const { id, annee, usagerId, codeInsee, dacId, demandeChiffree, demandeurNature, autresActeurs, creePar } = dossier;
  await tx.query(
    `insert into dossier (id, numero, statut, usager_id, code_insee, dac_id, demande_chiffree, demandeur_nature, autres_acteurs, cree_par)
     values ($1, $2 || '-' || lpad(nextval('numero_de_dossier')::text, 6, '0'), 'DEMANDE_RECUE', $3, $4, $5, $6, $7, $8, $9)`,
    [id, annee, usagerId, codeInsee, dacId, demandeChiffree, demandeurNature, autresActeurs, creePar],
  );
}

/** The cases that this reader may see, among these. */
export const findDossiersByIds = (sql: Sql, ids: readonly string[]): Promise<LigneDossier[]> =>
  sql.query<LigneDossier>(
    `select ${COLONNES_DU_DOSSIER} from dossier d where d.id = any($1::uuid[]) and ${EST_UN_DOSSIER}`,
    [ids],
  );

/** What these needs hang from, case or not, for those who may see it. */
export const findTenuesByIds = (sql: Sql, ids: readonly string[]): Promise<LigneTenue[]> =>
  sql.query<LigneTenue>(`select ${COLONNES_TENUES} from dossier d where d.id = any($1::uuid[])`, [ids]);

/** The case that this transaction has just written. */
export async function requireDossier(tx: Sql, id: string): Promise<LigneDossier> {
  const [dossier] = await findDossiersByIds(tx, [id]);
  if (dossier === undefined) throw new Error("Le dossier que l'on vient d'écrire est introuvable.");
  return dossier;
}

/** The case, held until the end of the transaction; undefined when this actor cannot change it. */
export async function verrouillerDossier(tx: Sql, id: string): Promise<LigneDossier | undefined> {
  await tenirDossier(tx, id);
  // The weakest lock that shows who may change it: the traces of those who read meanwhile do not wait.
  const [dossier] = await tx.query<LigneDossier>(
    `select ${COLONNES_DU_DOSSIER} from dossier d where d.id = $1 and ${EST_UN_DOSSIER} for no key update`,
    [id],
  );
  return dossier;
}

/** The same for what a need hangs from, case or not. */
export async function verrouillerTenue(tx: Sql, id: string): Promise<LigneTenue | undefined> {
  await tenirDossier(tx, id);
  const [tenue] = await tx.query<LigneTenue>(
    `select ${COLONNES_TENUES} from dossier d where d.id = $1 for no key update`,
    [id],
  );
  return tenue;
}

/** What an action changes of a case, besides its state. */
export interface Changement {
  readonly statut: StatutTenu;
  readonly niveauAppui?: NiveauAppui;
  readonly referentId?: string;
  readonly dacId?: string;
  readonly motifCloture?: string;
  readonly relaisId?: string;
  /** Null when there is none any more. */
  readonly aReevaluerLe?: string | null;
}

/** Writes the new state; the version goes up. */
export async function changerDossier(tx: Sql, id: string, changement: Changement): Promise<void> {
  const { statut, niveauAppui, referentId, dacId, motifCloture, relaisId, aReevaluerLe } = changement;
  await tx.query(
    `update dossier set statut = $2, version = version + 1, mis_a_jour_le = now(),
       niveau_appui = coalesce($3, niveau_appui), referent_id = coalesce($4, referent_id), dac_id = coalesce($5, dac_id),
       motif_cloture = $6, relais_id = $7, a_reevaluer_le = case when $8 then $9::date else a_reevaluer_le end
     where id = $1`,
    [
      id,
      statut,
      niveauAppui ?? null,
      referentId ?? null,
      dacId ?? null,
      motifCloture ?? null,
      relaisId ?? null,
      aReevaluerLe !== undefined,
      aReevaluerLe ?? null,
    ],
  );
}

/** What happened, for the story of the case and for who must be told. */
export interface EvenementANoter {
  readonly dossierId: string;
  readonly type: string;
  readonly acteur: ActeurEcrit;
  /** In one sentence that names nobody. */
  readonly resume: string;
  /** The referral that it is about, and so whom to tell besides the team. */
  readonly orientationId?: string;
  /** The referrals that it sends: their recipients are to be told. */
  readonly envoyees?: readonly string[];
}

/** Adds to the story of a case, and to what is to be published. */
export const noterEvenement = (tx: Sql, evenement: EvenementANoter): Promise<void> => noterEvenements(tx, [evenement]);

/** The same for several, in their order. */
export async function noterEvenements(tx: Sql, evenements: readonly EvenementANoter[]): Promise<void> {
  if (evenements.length === 0) return;
  const lignes = evenements.map(({ acteur, ...evenement }) => {
    const { dossierId, orientationId, envoyees } = evenement;
    const par = acteur.professionnelId ?? acteur.pourLeCompteDe ?? acteur.structureId;
    const vises = { ...(orientationId && { orientationId }), ...(envoyees && { envoyees }) };
    return { ...evenement, acteur, charge: { dossierId, par, ...vises } };
  });
  const valeurs = [JSON.stringify(lignes)];
  await tx.query(
    `insert into evenement (dossier_id, type, acteur, resume, orientation_id)
     select "dossierId", type, acteur, resume, "orientationId" from ${LIGNES_A_NOTER} order by rang`,
    valeurs,
  );
  await tx.query(
    `insert into a_publier (dossier_id, type, charge)
     select "dossierId", type, charge from ${LIGNES_A_NOTER} order by rang`,
    valeurs,
  );
}

const LIGNES_A_NOTER = `rows from (jsonb_to_recordset($1::jsonb) as ("dossierId" uuid, type text, acteur jsonb, resume text,
  "orientationId" uuid, charge jsonb)) with ordinality l ("dossierId", type, acteur, resume, "orientationId", charge, rang)`;

/** A team that seems to follow the person of a case too. */
export interface LigneDoublon {
  readonly dossierId: string;
  readonly dacId: string;
  readonly nombre: number;
}

/** Whom to call about other cases that seem to be about the same people as these. */
export const findDoublons = (sql: Sql, dossierIds: readonly string[]): Promise<LigneDoublon[]> =>
  sql.query<LigneDoublon>(
    `select v.id as "dossierId", p.dac_id as "dacId", p.nombre
     from unnest($1::uuid[]) v (id) cross join lateral doublons_possibles(v.id) p order by v.id, p.dac_id`,
    [dossierIds],
  );
