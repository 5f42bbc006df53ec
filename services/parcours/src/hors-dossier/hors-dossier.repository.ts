import type { Sql } from "@coordination/database";
import { HORS_DOSSIER } from "../dossier/etats.ts";
import type { Porteur } from "./porteur.ts";

interface HorsDossierAEcrire extends Porteur {
  readonly id: string;
  readonly usagerId: string;
  readonly codeInsee: string;
  readonly creePar: string;
}

/** Writes what takes the place of a case, for a need without one. */
export async function insererHorsDossier(
  tx: Sql,
  { id, usagerId, codeInsee, dacId, tenuPar, creePar }: HorsDossierAEcrire,
): Promise<void> {
  await tx.query(
    `insert into dossier (id, statut, usager_id, code_insee, dac_id, tenu_par, cree_par)
     values ($1, '${HORS_DOSSIER}', $2, $3, $4, $5, $6)`,
    [id, usagerId, codeInsee, dacId, tenuPar, creePar],
  );
}
