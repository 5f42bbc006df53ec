import { instantInJson, type Sql } from "@coordination/database";
import type { ModaliteAccueil, PrecisionPosition } from "@coordination/vocabulaire";
import { type Colonne, ecrireColonnes } from "../professionnel/professionnel.repository.ts";
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
  readonly nomStructure: string | null;
  readonly typeStructure: string | null;
  readonly raisonSociale: string | null;
  readonly lignesAdresse: string;
  readonly codePostal: string | null;
  readonly ville: string | null;
  readonly pays: string;
  readonly codeInsee: string | null;
  /** Null when the directory does not know that commune. */
  readonly nomCommune: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: PrecisionPosition | null;
  readonly telephone: string | null;
  readonly telephoneSecondaire: string | null;
  readonly courriel: string | null;
  readonly ouverte: boolean;
  /** Since when nobody lists this activity any more; null while open. */
  readonly fermeLe: string | null;
  /** Declared through the API, and no import touches it. */
  readonly declaree: boolean;
  /** False while the person has not confirmed a place that a structure declared. */
  readonly confirmee: boolean;
  readonly natureDeclaree: NatureSituation;
  readonly modalites: readonly ModaliteAccueil[];
  /** Civil days, both included; null when the source gives none. */
  readonly depuis: string | null;
  readonly jusquA: string | null;
  readonly source: string;
  readonly millesime: string;
  readonly misAJourLe: string;
}

type Jointure = "structure" | "commune" | "savoirFaire";

/** Joins of the projections to the table aliased `s`. */
const JOINTURES: Readonly<Record<Jointure, string>> = {
  structure: "left join structure_connue sc on sc.id = s.structure_id",
  commune: "left join commune_connue cc on cc.code_insee = s.code_insee",
  savoirFaire: "left join savoir_faire_publie sf on sf.profession = s.profession and sf.code = s.savoir_faire",
};

/** One column, the property that it fills, and the join that it needs. */
type ColonneJointe = readonly [propriete: string, sql: string, jointure?: Jointure];

const CLES: readonly ColonneJointe[] = [
  ["id", "s.id"],
  ["professionnelId", "s.professionnel_id"],
];
const CODE_INSEE: ColonneJointe = ["codeInsee", "s.code_insee"];
/** What each field of the API needs from the row; a field that is not named here may need all of it. */
const PAR_CHAMP: ReadonlyMap<string, readonly ColonneJointe[]> = new Map<string, readonly ColonneJointe[]>([
  ["profession", [["codeProfession", "s.profession"]]],
  [
    "structure",
    [
      ["structureId", "sc.id", "structure"],
      ["nomStructure", "sc.nom", "structure"],
    ],
  ],
  ["raisonSociale", [["raisonSociale", "s.raison_sociale"]]],
  ["modeExercice", [["mode", "s.mode"]]],
  ["genreActivite", [["genre", "s.genre_activite"]]],
  ["soignante", [["soignante", "s.soignante"]]],
  ["modalites", [["modalites", "s.modalites"]]],
  [
    "adresse",
    [
      ["lignesAdresse", "s.adresse"],
      ["codePostal", "s.code_postal"],
      ["ville", "s.ville"],
      ["pays", "s.pays"],
      CODE_INSEE,
    ],
  ],
  ["commune", [CODE_INSEE, ["nomCommune", "cc.nom", "commune"]]],
  [
    "position",
    [
      ["latitude", "s.latitude"],
      ["longitude", "s.longitude"],
      ["precision", "s.precision"],
    ],
  ],
  ["fermeLe", [["fermeLe", "s.ferme_le"]]],
  [
    "provenance",
    [
      ["source", "s.source"],
      ["millesime", "s.millesime"],
      ["misAJourLe", instantInJson("s.mis_a_jour_le")],
    ],
  ],
  // Read by the keys alone.
  ...["id", "__typename", "professionnel", "disponibilite"].map((champ) => [champ, []] as const),
]);
/** Read by rules and by fields that look at the whole row. */
const AUTRES: readonly ColonneJointe[] = [
  ["categorie", "s.categorie"],
  ["codeSavoirFaire", "s.savoir_faire"],
  ["libelleSavoirFaire", "sf.libelle", "savoirFaire"],
  ["typeSavoirFaire", "sf.type", "savoirFaire"],
  ["secteur", "s.secteur"],
  ["typeStructure", "sc.type", "structure"],
  ["telephone", "s.telephone"],
  ["telephoneSecondaire", "s.telephone_secondaire"],
  ["courriel", "s.courriel"],
  ["ouverte", "s.ferme_le is null"],
  ["declaree", "s.declaree_le is not null"],
  ["natureDeclaree", "s.nature"],
  ["confirmee", "s.confirmee"],
  ["depuis", "case when s.confirmee then s.depuis else s.depuis_propose end"],
  ["jusquA", "case when s.confirmee then s.jusqu_a else s.jusqu_a_propose end"],
];
const COLONNES: readonly ColonneJointe[] = [...new Set([...CLES, ...[...PAR_CHAMP.values()].flat(), ...AUTRES])];

/** What points from an activity to the person, the structure and the commune: an index may hold these, beside what it sorts. */
export const REPERES_DE_SITUATION = ["structure_id", "code_insee"] as const;
const SQL_DES_REPERES = new Set(["id", "professionnel_id", ...REPERES_DE_SITUATION].map((colonne) => `s.${colonne}`));
const SUR_REPERE: readonly (Jointure | undefined)[] = ["structure", "commune"];

interface ColonnesDeSituation {
  readonly colonnes: readonly Colonne[];
  readonly jointures: readonly string[];
  /** True when nothing else is read of the activity than its keys, and what they point to. */
  readonly reperesSeuls: boolean;
}

/** The columns of the table aliased `s` that these fields of an activity need, and their joins; its keys come in any case. */
export function colonnesDeSituation(champs: readonly string[]): ColonnesDeSituation {
  const besoins = champs.map((champ) => PAR_CHAMP.get(champ));
  const connues = besoins.filter((besoin) => besoin !== undefined);
  return joindre(connues.length < besoins.length ? COLONNES : [...new Set([...CLES, ...connues.flat()])]);
}

function joindre(colonnes: readonly ColonneJointe[]): ColonnesDeSituation {
  const jointures = new Set(
    colonnes.flatMap(([, , jointure]) => (jointure === undefined ? [] : [JOINTURES[jointure]])),
  );
  return {
    colonnes: colonnes.map(([propriete, sql]) => [propriete, sql] as const),
    jointures: [...jointures],
    reperesSeuls: colonnes.every(([, sql, jointure]) => SQL_DES_REPERES.has(sql) || SUR_REPERE.includes(jointure)),
  };
}

/** The columns of a whole `LigneSituation`, of the table aliased `s` with `JOINTURES_SITUATION`. */
export const COLONNES_SITUATION = ecrireColonnes(joindre(COLONNES).colonnes);
export const JOINTURES_SITUATION = Object.values(JOINTURES).join(" ");

/** Whether the dates of the table aliased `s` hold on that day; `jour` is SQL. Without dates, they do. */
export const situationEnVigueur = (jour: string): string =>
  `(s.depuis is null or s.depuis <= ${jour}) and (s.jusqu_a is null or s.jusqu_a >= ${jour})`;

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
