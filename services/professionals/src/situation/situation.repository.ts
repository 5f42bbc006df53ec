import type { Sql } from "@coordination/database";
import type { ModaliteAccueil, PrecisionPosition } from "@coordination/vocabulaire";
import type { NatureSituation } from "./nature-situation.ts";

/** An activity in one place, as stored; what it refers to is null when the directory does not know it. */
export interface LigneSituation {
  readonly id: string;
  readonly professionnelId: string;
  readonly codeProfession: string;
  readonly categorie: string | null;
  readonly codeSavoirFaire: string | null;
  readonly libelleSavoirFaire: string | null;
  readonly typeSavoirFaire: string | null;
  readonly mode: string | null;
  readonly genre: string | null;
  readonly secteur: string | null;
  readonly soignante: boolean;
  readonly structureId: string | null;
  readonly typeStructure: string | null;
  readonly raisonSociale: string | null;
  readonly lignesAdresse: string;
  readonly codePostal: string | null;
  readonly ville: string | null;
  readonly pays: string;
  readonly codeInsee: string | null;
  readonly communeConnue: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: PrecisionPosition | null;
  readonly telephone: string | null;
  readonly telephoneSecondaire: string | null;
  readonly courriel: string | null;
  readonly ouverte: boolean;
  /** Declared through the API, and no import touches it. */
  readonly declaree: boolean;
  readonly natureDeclaree: NatureSituation;
  readonly modalites: readonly ModaliteAccueil[];
  /** Civil days, both included; null when the source gives none. */
  readonly depuis: string | null;
  readonly jusquA: string | null;
  readonly source: string;
  readonly millesime: string;
  readonly misAJourLe: string;
}

/** The columns of a `LigneSituation`, from `SITUATIONS`. */
export const COLONNES_SITUATION = `
  s.id, s.professionnel_id as "professionnelId", s.profession as "codeProfession", s.categorie,
  s.savoir_faire as "codeSavoirFaire", sf.libelle as "libelleSavoirFaire", sf.type as "typeSavoirFaire", s.mode,
  s.genre_activite as genre, s.secteur, s.soignante, sc.id as "structureId", sc.type as "typeStructure", s.raison_sociale as "raisonSociale",
  s.adresse as "lignesAdresse", s.code_postal as "codePostal", s.ville, s.pays, s.code_insee as "codeInsee",
  cc.code_insee is not null as "communeConnue", s.latitude, s.longitude, s.precision, s.telephone,
  s.telephone_secondaire as "telephoneSecondaire", s.courriel, s.ferme_le is null as ouverte,
  s.declaree_le is not null as declaree, s.nature as "natureDeclaree", s.modalites, s.depuis, s.jusqu_a as "jusquA", s.source, s.millesime,
  s.mis_a_jour_le as "misAJourLe"`;

/** Whether the dates of the table aliased `s` hold on that day; `jour` is SQL. Without dates, they do. */
export const situationEnVigueur = (jour: string): string =>
  `(s.depuis is null or s.depuis <= ${jour}) and (s.jusqu_a is null or s.jusqu_a >= ${jour})`;

/** Joins of the projections to the table aliased `s`. */
export const JOINTURES_SITUATION = `
  left join structure_connue sc on sc.id = s.structure_id
  left join commune_connue cc on cc.code_insee = s.code_insee
  left join savoir_faire_publie sf on sf.profession = s.profession and sf.code = s.savoir_faire`;

/** Activities by id, closed ones included. */
export const findSituationsByIds = (sql: Sql, ids: readonly string[]): Promise<LigneSituation[]> =>
  sql.query<LigneSituation>(
    `select ${COLONNES_SITUATION} from situation s ${JOINTURES_SITUATION} where s.id = any($1)`,
    [ids],
  );

/** All the activities of these people, open ones first, care first. */
export const findSituationsByProfessionnels = (sql: Sql, ids: readonly string[]): Promise<LigneSituation[]> =>
  sql.query<LigneSituation>(
    `select ${COLONNES_SITUATION} from situation s ${JOINTURES_SITUATION}
     where s.professionnel_id = any($1)
     order by s.professionnel_id, s.ferme_le desc nulls first, s.soignante desc, s.profession, s.id`,
    [ids],
  );
