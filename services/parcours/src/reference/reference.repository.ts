import type { Sql } from "@coordination/database";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import type { Reference } from "./reference.rule.ts";

/** What a software's numbers designate: its own sending or the referral that it received, the case that it asked for or has. */
export interface CibleReferencee {
  readonly clientId: string;
  readonly cote: "EMETTEUR" | "DESTINATAIRE" | "DEMANDEUR" | "EQUIPE";
  readonly cible: string;
}

/** Writes these numbers; those that already designate this target stay, those that designate another are not written. */
export async function insererReferences(
  tx: Sql,
  { clientId, cote, cible }: CibleReferencee,
  references: readonly Reference[],
  auteur: ActeurEcrit,
): Promise<void> {
  await tx.query(
    `insert into reference_externe (client_id, cote, systeme, identifiant, cible, posee_par)
     select $1, $2, r.systeme, r.identifiant, $3, $4::jsonb
     from jsonb_to_recordset($5::jsonb) r (systeme text, identifiant text)
     on conflict do nothing`,
    [clientId, cote, cible, JSON.stringify(auteur), JSON.stringify(references)],
  );
}

/** The numbers of this client that designate this target. */
export const findReferencesDe = (tx: Sql, { clientId, cote, cible }: CibleReferencee): Promise<Reference[]> =>
  tx.query<Reference>(
    "select systeme, identifiant from reference_externe where client_id = $1 and cote = $2 and cible = $3",
    [clientId, cote, cible],
  );

export interface LigneReference extends Reference {
  readonly orientationId: string;
}

/** Which numbers designate a referral, of a table named `o`, among those of the reader's side. */
export const DESIGNE_L_ORIENTATION = `((r.cote = 'EMETTEUR' and r.cible = o.diffusion) or (r.cote = 'DESTINATAIRE' and r.cible = o.id))`;

/** Which numbers designate a case, of a table named `d`, among those of the reader's side. */
export const DESIGNE_LE_DOSSIER = "(r.cote in ('DEMANDEUR', 'EQUIPE') and r.cible = d.id)";

/** Whether this actor is who asked for this case. */
export const estDemandeur = async (tx: Sql, dossierId: string): Promise<boolean> =>
  (await tx.query("select from dossier where id = $1 and cree_par = acteur_sub()", [dossierId])).length > 0;

/** The numbers of these cases that this reader may see: their side's. */
export const findReferencesDesDossiers = (
  sql: Sql,
  dossierIds: readonly string[],
): Promise<(Reference & { readonly dossierId: string })[]> =>
  sql.query(
    `select d.id as "dossierId", r.systeme, r.identifiant
     from dossier d join reference_externe r on ${DESIGNE_LE_DOSSIER}
     where d.id = any($1::uuid[]) order by d.id, r.posee_le, r.systeme, r.identifiant`,
    [dossierIds],
  );

/** The numbers of these referrals that this reader may see: their side's. */
export const findReferences = (sql: Sql, orientationIds: readonly string[]): Promise<LigneReference[]> =>
  sql.query<LigneReference>(
    `select o.id as "orientationId", r.systeme, r.identifiant
     from orientation o join reference_externe r on ${DESIGNE_L_ORIENTATION}
     where o.id = any($1::uuid[]) order by o.id, r.posee_le, r.systeme, r.identifiant`,
    [orientationIds],
  );
