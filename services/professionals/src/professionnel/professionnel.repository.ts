import { instantInJson, type Sql } from "@coordination/database";

/** A person, as stored. */
export interface LigneProfessionnel {
  readonly id: string;
  readonly rpps: string;
  readonly civilite: string | null;
  readonly nom: string;
  readonly prenom: string;
  /** Since when nobody lists this person any more; null while open. */
  readonly fermeLe: string | null;
  readonly source: string;
  readonly millesime: string;
  readonly misAJourLe: string;
}

/** A column as SQL writes it, also inside a JSON, and the property that it fills. */
export type Colonne = readonly [propriete: string, sql: string];

const PROVENANCE: readonly Colonne[] = [
  ["source", "p.source"],
  ["millesime", "p.millesime"],
  ["misAJourLe", instantInJson("p.mis_a_jour_le")],
];
/** What each field of the API needs from the row; a field that is not named here may need all of it. */
const PAR_CHAMP: ReadonlyMap<string, readonly Colonne[]> = new Map<string, readonly Colonne[]>([
  ["rpps", [["rpps", "p.rpps"]]],
  ["civilite", [["civilite", "p.civilite"]]],
  ["nom", [["nom", "p.nom"]]],
  ["prenom", [["prenom", "p.prenom"]]],
  ["fermeLe", [["fermeLe", "p.ferme_le"]]],
  ["provenance", PROVENANCE],
  // Read by the identifier alone.
  ...[
    "id",
    "__typename",
    "exercices",
    "situations",
    "estMedecinGeneraliste",
    "estIpa",
    "qualites",
    "habilitations",
  ].map((champ) => [champ, []] as const),
]);
const COLONNES: readonly Colonne[] = [["id", "p.id"], ...new Set([...PAR_CHAMP.values()].flat())];

/** The columns, of the table aliased `p`, that these fields of a person need; its identifier comes in any case. */
export function colonnesDePersonne(champs: readonly string[]): readonly Colonne[] {
  const besoins = champs.map((champ) => PAR_CHAMP.get(champ));
  const connues = besoins.filter((besoin) => besoin !== undefined);
  return connues.length < besoins.length ? COLONNES : [["id", "p.id"], ...new Set(connues.flat())];
}

/** Columns as a statement selects them. */
export const ecrireColonnes = (colonnes: readonly Colonne[], prefixe = ""): string =>
  colonnes.map(([propriete, sql]) => `${sql} as "${prefixe}${propriete}"`).join(", ");

/** People by id, closed ones included: what refers to them must stay readable. */
export const findProfessionnelsByIds = (sql: Sql, ids: readonly string[]): Promise<LigneProfessionnel[]> =>
  sql.query<LigneProfessionnel>(`select ${ecrireColonnes(COLONNES)} from professionnel p where p.id = any($1)`, [ids]);
