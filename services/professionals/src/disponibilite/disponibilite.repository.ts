import type { Sql } from "@coordination/database";
import type { Verdict } from "@coordination/rules";
import type { EtatDisponibilite } from "./disponibilite.type.ts";

/** A declared availability, as stored. */
export interface LigneDisponibilite {
  readonly situationId: string;
  readonly etat: EtatDisponibilite;
  readonly nouveauxPatients: Verdict;
  readonly medecinTraitant: Verdict;
  readonly soinsNonProgrammes: Verdict;
  readonly delaiJours: number | null;
  readonly capacite: number | null;
  readonly releveLe: string;
  readonly source: string;
  readonly expireLe: string;
}

/** What was declared for these activities; no row for those that declared nothing. */
export const findDisponibilitesBySituations = (sql: Sql, ids: readonly string[]): Promise<LigneDisponibilite[]> =>
  sql.query<LigneDisponibilite>(
    `select situation_id as "situationId", etat, nouveaux_patients as "nouveauxPatients", medecin_traitant as "medecinTraitant",
            soins_non_programmes as "soinsNonProgrammes", delai_jours as "delaiJours", capacite, releve_le as "releveLe",
            source, expire_le as "expireLe"
     from disponibilite where situation_id = any($1)`,
    [ids],
  );
