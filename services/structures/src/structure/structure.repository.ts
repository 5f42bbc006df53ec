import type { Sql } from "@coordination/database";
import { findCategorie } from "@coordination/referentiels";
import type { PrecisionPosition, TypeStructure } from "@coordination/vocabulaire";
import type { StatutJuridique } from "../enums.type.ts";
import type { Structure } from "./structure.type.ts";

/** What the table holds of a structure, with the names of the public type. */
export interface LigneStructure {
  id: string;
  finess: string | null;
  finessEj: string | null;
  nom: string;
  type: TypeStructure;
  categorie: string | null;
  statutJuridique: StatutJuridique | null;
  lignes: string[];
  codePostal: string | null;
  ville: string | null;
  codeInsee: string | null;
  departement: string | null;
  telephone: string | null;
  siret: string | null;
  latitude: number | null;
  longitude: number | null;
  precisionPosition: PrecisionPosition | null;
  fermeeLe: string | null;
  source: string;
  millesime: string;
  misAJourLe: string;
  version: number;
}

/** The columns of `LigneStructure`, for a table named `s`. */
export const COLONNES_STRUCTURE = `s.id, s.finess, s.finess_ej as "finessEj", s.nom, s.type, s.categorie,
  s.statut_juridique as "statutJuridique", s.lignes, s.code_postal as "codePostal", s.ville, s.code_insee as "codeInsee",
  s.departement, s.telephone, s.siret, s.latitude, s.longitude, s.precision_position as "precisionPosition",
  s.ferme_le as "fermeeLe", s.source, s.millesime, s.mis_a_jour_le as "misAJourLe", s.version`;

const NOMENCLATURE = "TRE_R66";

/** The structure as the API shows it. A category that our list does not know yet keeps its bare code as label. */
export const enStructure = <Ligne extends LigneStructure>(ligne: Ligne): Omit<Ligne, "categorie"> & Structure => ({
  ...ligne,
  categorie:
    ligne.categorie === null
      ? null
      : {
          systeme: NOMENCLATURE,
          code: ligne.categorie,
          libelle: findCategorie(ligne.categorie)?.libelle ?? ligne.categorie,
        },
});

/** Structures by id, closed ones included; an unknown id has no row. */
export async function findStructures(sql: Sql, ids: readonly string[]): Promise<Structure[]> {
  const lignes = await sql.query<LigneStructure>(`select ${COLONNES_STRUCTURE} from structure s where s.id = any($1)`, [
    ids,
  ]);
  return lignes.map(enStructure);
}

/** Structures by FINESS number, closed ones included. */
export async function findStructuresByFiness(sql: Sql, numeros: readonly string[]): Promise<Structure[]> {
  const lignes = await sql.query<LigneStructure>(
    `select ${COLONNES_STRUCTURE} from structure s where s.finess = any($1)`,
    [numeros],
  );
  return lignes.map(enStructure);
}
