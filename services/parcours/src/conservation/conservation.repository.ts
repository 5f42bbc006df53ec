import type { Sql } from "@coordination/database";

/** A case whose time has come, and the team in whose name it is treated. */
export interface DossierAEffacer {
  readonly id: string;
  readonly dacId: string;
}

/** Those, after this one, in the order of their identifiers. */
export const findDossiersAEffacer = (
  sql: Sql,
  maintenant: Date,
  { apres, limite }: { readonly apres: string | null; readonly limite: number },
): Promise<DossierAEffacer[]> =>
  sql.query<DossierAEffacer>(`select id, dac_id as "dacId" from dossiers_a_effacer($1, $2, $3)`, [
    maintenant.toISOString(),
    apres,
    limite,
  ]);

/** Erases a case; false when it was done before, or when its time has not come. */
export async function effacerDossier(tx: Sql, id: string, maintenant: Date): Promise<boolean> {
  const [ligne] = await tx.query<{ efface: boolean }>("select effacer_dossier($1, $2) as efface", [
    id,
    maintenant.toISOString(),
  ]);
  return ligne?.efface ?? false;
}

/**
 * Takes the pass of this day for this process; false when another has taken it. A day that the database has not reached is today: a
 * process whose clock runs ahead must not take the passes of the years to come.
 */
export async function prendreLaPasse(sql: Sql, jour: string): Promise<boolean> {
  const prise = await sql.query(
    `insert into passe_de_conservation (jour) values (least($1::date, (now() at time zone 'Europe/Paris')::date))
     on conflict (seule) do update set jour = excluded.jour where passe_de_conservation.jour < excluded.jour returning jour`,
    [jour],
  );
  return prise.length > 0;
}

/** Idempotency keys are remembered seven days, and so is what was answered: it says what the case said. */
export async function oublierLesReponses(sql: Sql): Promise<void> {
  await sql.query("delete from ecriture where faite_le < now() - interval '7 days'");
}
