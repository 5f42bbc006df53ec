import type { Sql } from "@coordination/database";
import { DEBUT_DE_CHAINE, empreinteDeTrace, FORME_COURANTE, type LigneDeTrace } from "./empreinte.ts";

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
    const empreinte = empreinteDeTrace(precedente, ligne, FORME_COURANTE) ?? "";
    fins.set(ligne.dossierId, empreinte);
    return { brisDeGlace: false, ...ligne, precedente, empreinte, forme: FORME_COURANTE };
  });
  await tx.query(
    `insert into trace_acces (dossier_id, acteur, action, objet, motif, bris_de_glace, le, precedente, empreinte, forme)
     select l."dossierId", l.acteur, l.action, l.objet, l.motif, l."brisDeGlace", l.le, l.precedente, l.empreinte, l.forme
     from rows from (jsonb_to_recordset($1::jsonb) as ("dossierId" uuid, acteur jsonb, action text, objet text, motif text,
       "brisDeGlace" boolean, le timestamptz, precedente text, empreinte text, forme smallint)) with ordinality
       l ("dossierId", acteur, action, objet, motif, "brisDeGlace", le, precedente, empreinte, forme, rang) order by l.rang`,
    [JSON.stringify(chainees)],
  );
}
