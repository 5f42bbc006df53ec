import { instantInJson, type Sql } from "@coordination/database";
import type { Verdict } from "@coordination/rules";
import { type Colonne, ecrireColonnes } from "../professionnel/professionnel.repository.ts";
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

/** The columns of a `LigneDisponibilite`, of the table aliased `d`; a page reads them in a JSON. */
export const COLONNES_DISPONIBILITE: readonly Colonne[] = [
  ["situationId", "d.situation_id"],
  ["etat", "d.etat"],
  ["nouveauxPatients", "d.nouveaux_patients"],
  ["medecinTraitant", "d.medecin_traitant"],
  ["soinsNonProgrammes", "d.soins_non_programmes"],
  ["delaiJours", "d.delai_jours"],
  ["capacite", "d.capacite"],
  ["releveLe", instantInJson("d.releve_le")],
  ["source", "d.source"],
  ["expireLe", instantInJson("d.expire_le")],
];

/** What was declared for these activities; no row for those that declared nothing. */
export const findDisponibilitesBySituations = (sql: Sql, ids: readonly string[]): Promise<LigneDisponibilite[]> =>
  sql.query<LigneDisponibilite>(
    `select ${ecrireColonnes(COLONNES_DISPONIBILITE)} from disponibilite d where d.situation_id = any($1)`,
    [ids],
  );

/** Declares an availability in the place of the former one. */
export async function remplacerDisponibilite(tx: Sql, declaree: LigneDisponibilite): Promise<void> {
  const { situationId, etat, nouveauxPatients, medecinTraitant, soinsNonProgrammes } = declaree;
  const { delaiJours, capacite, releveLe, source, expireLe } = declaree;
  await tx.query(
    `insert into disponibilite (situation_id, etat, nouveaux_patients, medecin_traitant, soins_non_programmes, delai_jours,
       capacite, releve_le, source, expire_le)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (situation_id) do update set etat = excluded.etat, nouveaux_patients = excluded.nouveaux_patients,
       medecin_traitant = excluded.medecin_traitant, soins_non_programmes = excluded.soins_non_programmes,
       delai_jours = excluded.delai_jours, capacite = excluded.capacite, releve_le = excluded.releve_le,
       source = excluded.source, expire_le = excluded.expire_le`,
    [
      situationId,
      etat,
      nouveauxPatients,
      medecinTraitant,
      soinsNonProgrammes,
      delaiJours,
      capacite,
      releveLe,
      source,
      expireLe,
    ],
  );
}
