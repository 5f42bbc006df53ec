import type { Sql } from "@coordination/database";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import type { DestinataireNomme, Parole } from "../partage/fondement.rule.ts";
import type { ExprimePar, ModeRecueil } from "./consentement.type.ts";

/** A recipient that a consent names: a person, in a place or not. */
export interface DestinataireConsenti extends DestinataireNomme {
  readonly situationId: string | null;
}

/** What the person said of sharing, as stored. */
export interface LigneConsentement extends Parole {
  readonly id: string;
  readonly dossierId: string;
  readonly destinataires: readonly DestinataireConsenti[];
  readonly exprimePar: ExprimePar | null;
  readonly mode: ModeRecueil;
  readonly recueilliPar: ActeurEcrit;
}

/** What was said in these cases, the first one first; what was withdrawn stays. */
export const findConsentements = (sql: Sql, dossierIds: readonly string[]): Promise<LigneConsentement[]> =>
  sql.query<LigneConsentement>(
    `select id, dossier_id as "dossierId", nature, statut, destinataires, exprime_par as "exprimePar", mode,
            recueilli_le as "recueilliLe", recueilli_par as "recueilliPar", retire_le as "retireLe",
            valable_jusqu_au as "valableJusquAu"
     from consentement where dossier_id = any($1::uuid[]) order by dossier_id, recueilli_le, id`,
    [dossierIds],
  );

/** Writes down what was said. */
export async function insererConsentement(tx: Sql, consentement: Omit<LigneConsentement, "retireLe">): Promise<void> {
  const { id, dossierId, nature, statut, destinataires, exprimePar, mode, recueilliLe, recueilliPar, valableJusquAu } =
    consentement;
  await tx.query(
    `insert into consentement (id, dossier_id, nature, statut, destinataires, exprime_par, mode, recueilli_le, recueilli_par, valable_jusqu_au)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9::jsonb, $10)`,
    [
      id,
      dossierId,
      nature,
      statut,
      JSON.stringify(destinataires),
      exprimePar,
      mode,
      recueilliLe,
      JSON.stringify(recueilliPar),
      valableJusquAu,
    ],
  );
}

/** Withdraws a consent: the row stays. False when it is not one that stands in this case. */
export async function retirer(
  tx: Sql,
  { id, dossierId }: { readonly id: string; readonly dossierId: string },
  { le, par }: { readonly le: string; readonly par: ActeurEcrit },
): Promise<boolean> {
  const retires = await tx.query(
    `update consentement set statut = 'RETIRE', retire_le = $3, retire_par = $4::jsonb
     where id = $1 and dossier_id = $2 and statut = 'DONNE' and (valable_jusqu_au is null or valable_jusqu_au > $3)
     returning id`,
    [id, dossierId, le, JSON.stringify(par)],
  );
  return retires.length > 0;
}

/** A consent whose end has come and that the story has not told yet, and the team in whose name the clock tells it. */
export interface ConsentementExpire {
  readonly id: string;
  readonly dossierId: string;
  readonly dacId: string;
}

/** Those, the oldest end first. */
export const findConsentementsExpires = (sql: Sql, maintenant: Date, limite: number): Promise<ConsentementExpire[]> =>
  sql.query<ConsentementExpire>(
    `select id, dossier_id as "dossierId", dac_id as "dacId" from consentements_expires($1, $2)`,
    [maintenant.toISOString(), limite],
  );

/** The end of this consent is told, now. False when there is nothing to tell any more. */
export async function noterExpiration(tx: Sql, id: string, maintenant: Date): Promise<boolean> {
  const notes = await tx.query(
    `update consentement set expire_note_le = $2
     where id = $1 and statut = 'DONNE' and expire_note_le is null and valable_jusqu_au <= $2 returning id`,
    [id, maintenant.toISOString()],
  );
  return notes.length > 0;
}
