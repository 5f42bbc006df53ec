import type { Sql } from "@coordination/database";
import type { Urgence } from "@coordination/vocabulaire";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import type { DelaiSaisi } from "../orientation/delais.rule.ts";

/** A deadline that a DAC has made its own. */
export interface LigneDelai extends DelaiSaisi {
  readonly urgence: Urgence;
}

/** The deadlines that this DAC has made its own. */
export const findDelaisDuDac = (sql: Sql, dacId: string): Promise<LigneDelai[]> =>
  sql.query<LigneDelai>(`select urgence, heures, jours_ouvres as "joursOuvres" from delai_du_dac where dac_id = $1`, [
    dacId,
  ]);

/** Writes the deadlines of a DAC, for the referrals to come. */
export async function fixerDelais(
  tx: Sql,
  { dacId, par, le }: { readonly dacId: string; readonly par: ActeurEcrit; readonly le: string },
  delais: readonly LigneDelai[],
): Promise<void> {
  await tx.query(
    `insert into delai_du_dac (dac_id, urgence, heures, jours_ouvres, fixe_par, fixe_le)
     select $1, d.urgence, d.heures, d."joursOuvres", $2::jsonb, $3
     from jsonb_to_recordset($4::jsonb) d (urgence text, heures int, "joursOuvres" int)
     on conflict (dac_id, urgence) do update
       set heures = excluded.heures, jours_ouvres = excluded.jours_ouvres, fixe_par = excluded.fixe_par, fixe_le = excluded.fixe_le`,
    [dacId, JSON.stringify(par), le, JSON.stringify(delais)],
  );
}
