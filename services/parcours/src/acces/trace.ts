import { createHash } from "node:crypto";
import type { Sql } from "@coordination/database";
import type { ActeurEcrit } from "./acteur-ecrit.ts";

/** One line of the register of accesses. */
export interface LigneDeTrace {
  readonly dossierId: string;
  readonly acteur: ActeurEcrit;
  readonly action: string;
  readonly objet: string;
  readonly motif: string | null;
  /** An exceptional access. */
  readonly brisDeGlace?: boolean;
  readonly le: string;
}

/** What the first line of a case follows. */
export const DEBUT_DE_CHAINE = "";

/** The hash of a line: of the one before it, and of all that it says. */
export const empreinteDeTrace = (precedente: string, ligne: LigneDeTrace): string => {
  const { dossierId, acteur, action, objet, motif, brisDeGlace = false, le } = ligne;
  const dite = [dossierId, acteur.sub, acteur.professionnelId, acteur.structureId, action, objet, motif, le];
  return createHash("sha256")
    .update(JSON.stringify([precedente, ...dite, ...(brisDeGlace ? ["BRIS_DE_GLACE"] : []), ...pourAutrui(acteur)]))
    .digest("base64url");
};

/** Named, so that it is never read as another of the words of a line. */
const pourAutrui = ({ pourLeCompteDe }: ActeurEcrit): readonly object[] =>
  pourLeCompteDe === undefined ? [] : [{ pourLeCompteDe }];

/** Adds lines to the chains of their cases, in three statements whatever their number. Call inside a transaction. */
export async function tracer(tx: Sql, lignes: readonly LigneDeTrace[]): Promise<void> {
  const dossiers = [...new Set(lignes.map(({ dossierId }) => dossierId))].toSorted();
  // In the same order for everyone, so that two readers of the same cases never wait for each other.
  await tx.query("select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest($1::text[]) id", [dossiers]);
  const dernieres = await tx.query<{ dossierId: string; empreinte: string }>(
    `select dossier_id as "dossierId", empreinte from fins_de_chaine($1::uuid[])`,
    [dossiers],
  );
  const fins = new Map(dernieres.map(({ dossierId, empreinte }) => [dossierId, empreinte]));
  const chainees = lignes.map((ligne) => {
    const precedente = fins.get(ligne.dossierId) ?? DEBUT_DE_CHAINE;
    const empreinte = empreinteDeTrace(precedente, ligne);
    fins.set(ligne.dossierId, empreinte);
    return { brisDeGlace: false, ...ligne, precedente, empreinte };
  });
  await tx.query(
    `insert into trace_acces (dossier_id, acteur, action, objet, motif, bris_de_glace, le, precedente, empreinte)
     select l."dossierId", l.acteur, l.action, l.objet, l.motif, l."brisDeGlace", l.le, l.precedente, l.empreinte
     from rows from (jsonb_to_recordset($1::jsonb) as ("dossierId" uuid, acteur jsonb, action text, objet text, motif text,
       "brisDeGlace" boolean, le timestamptz, precedente text, empreinte text)) with ordinality
       l ("dossierId", acteur, action, objet, motif, "brisDeGlace", le, precedente, empreinte, rang) order by l.rang`,
    [JSON.stringify(chainees)],
  );
}
