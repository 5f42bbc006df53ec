import type { Sql } from "@coordination/database";
import { enVigueur } from "../territoire/territoire.repository.ts";
import type { FaitsRenseignes } from "./completude.rule.ts";

const existe = (table: string, colonne = "structure_id", condition = "true"): string =>
  `exists (select from ${table} x where x.${colonne} = s.id and ${condition})`;

const liste = (fait: string): string => existe("liste_declaree", "structure_id", `x.fait = '${fait}'`);

const FAITS: Readonly<Record<keyof FaitsRenseignes, string>> = {
  adresse: "cardinality(s.lignes) > 0",
  commune: "s.code_insee is not null",
  positionPrecise: "coalesce(s.precision_position in ('ADRESSE', 'RUE'), false)",
  contact: `s.telephone is not null or ${existe("contact")}`,
  identifiantJuridique: "s.siret is not null or s.finess_ej is not null",
  statutJuridique: "s.statut_juridique is not null",
  horaires: existe("horaire"),
  modalites: liste("MODALITES"),
  projetDeSante: existe("projet_de_sante"),
  labellisation: existe("labellisation"),
  membres: existe("adhesion", "groupement_id", enVigueur("x", "$2")),
  phase: existe("phase_cpts"),
  missions: existe("cpts", "structure_id", "cardinality(x.missions) > 0"),
  territoire: existe("territoire", "structure_id", enVigueur("x", "$2")),
  colleges: liste("COLLEGES"),
  gestionnaire: existe("centre_de_sante", "structure_id", "x.gestionnaire is not null"),
  profilActivite: existe("centre_de_sante", "structure_id", "x.profil_activite is not null"),
  soinsNonProgrammes: existe("soins_non_programmes"),
  passages: existe("passage", "medicobus_id", "x.fin >= $2::date"),
  publicsPrioritaires: existe("medicobus", "structure_id", "cardinality(x.publics_prioritaires) > 0"),
  zoneIntervention: liste("ZONE_INTERVENTION"),
};

const COLONNES = Object.entries(FAITS).map(([fait, sql]) => `(${sql}) as "${fait}"`);

/** What is filled in of each structure on that day, in one statement. */
export async function findFaitsRenseignes(
  sql: Sql,
  structureIds: readonly string[],
  jour: string,
): Promise<(FaitsRenseignes & { structureId: string })[]> {
  return sql.query(`select s.id as "structureId", ${COLONNES.join(", ")} from structure s where s.id = any($1)`, [
    structureIds,
    jour,
  ]);
}
