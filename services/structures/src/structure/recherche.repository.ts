import type { Sql } from "@coordination/database";
import type { ClesDeTri } from "@coordination/server-kit";
import type { TypeStructure } from "@coordination/vocabulaire";
import { dansLaBoite, distanceAuCentre } from "../proximite.ts";
import { territoiresEnVigueur } from "../territoire/territoire.repository.ts";
import { apresCurseur, colonnesDeTri, type Rang, type Tri } from "./ordre.ts";
import { COLONNES_STRUCTURE, enStructure, type LigneStructure } from "./structure.repository.ts";
import type { Structure } from "./structure.type.ts";
import { Valeurs } from "./valeurs.ts";

/** A search, every default applied: the same object always gives the same list. */
export interface Recherche {
  readonly texte: string | null;
  readonly types: readonly TypeStructure[] | null;
  readonly categories: readonly string[] | null;
  readonly codesInsee: readonly string[] | null;
  readonly departements: readonly string[] | null;
  readonly territoireDe: string | null;
  readonly autour: Autour | null;
  readonly tri: Tri;
  readonly jour: string;
}

interface Autour {
  readonly codeInsee: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly rayonKm: number;
}

export interface StructureTrouvee {
  readonly structure: Structure;
  readonly distanceKm: number | null;
  readonly score: number | null;
}

/** `centre` is one point, or no row when the commune has none. */
function centre({ codeInsee, latitude, longitude }: Autour, valeurs: Valeurs): string {
  return codeInsee === null
    ? `select ${valeurs.ajouter(latitude, "double precision")} as latitude, ${valeurs.ajouter(longitude, "double precision")} as longitude`
    : `select c.latitude, c.longitude from commune c where c.code = ${valeurs.ajouter(codeInsee, "text")} and c.latitude is not null`;
}

/** Conditions that all the filters put on `s`. */
function filtres(recherche: Recherche, valeurs: Valeurs): string[] {
  const { types, categories, codesInsee, departements, territoireDe } = recherche;
  const conditions = ["s.ferme_le is null"];
  if (types !== null) conditions.push(`s.type = any(${valeurs.ajouter(types, "text[]")})`);
  if (categories !== null) conditions.push(`s.categorie = any(${valeurs.ajouter(categories, "text[]")})`);
  if (departements !== null) conditions.push(`s.departement = any(${valeurs.ajouter(departements, "text[]")})`);
  if (codesInsee !== null) {
    const codes = valeurs.ajouter(codesInsee, "text[]");
    conditions.push(
      `(s.code_insee = any(${codes}) or s.code_insee in (select c.code from commune c where c.parent = any(${codes})))`,
    );
  }
  if (territoireDe !== null) {
    const jour = valeurs.ajouter(recherche.jour, "date");
    conditions.push(`s.code_insee in (
      select cle.code from (${territoiresEnVigueur(jour)}) terr
      cross join lateral (select terr.code_insee as code union all select c.code from commune c where c.parent = terr.code_insee) cle
      where terr.structure_id = ${valeurs.ajouter(territoireDe, "text")})`);
  }
  return conditions;
}

/** Shorter words have too few trigrams to be recognised with a fault. */
const LETTRES_POUR_UNE_FAUTE = 3;

const DISTANCE_AU_CENTRE = distanceAuCentre("s");

/** The common part of the page and of the count: `with` parts, then `from` and conditions over `s` and `t`. */
interface Corps {
  readonly parties: readonly string[];
  readonly de: string;
  readonly conditions: readonly string[];
}

/**
 * A text is first looked up as the beginnings of words, in any order; only when that finds nothing, by trigrams, which
 * forgive a fault in each word. Without a text the rows come straight from the table, so that an index can give the order.
 */
function corps(recherche: Recherche, valeurs: Valeurs, { avecScore }: { avecScore: boolean }): Corps {
  const { autour, texte } = recherche;
  const conditions = filtres(recherche, valeurs);
  const parties: string[] = [];
  let de = "structure s";
  if (autour !== null) {
    const rayon = valeurs.ajouter(autour.rayonKm, "double precision");
    parties.push(`centre as (${centre(autour, valeurs)})`);
    de = "centre cross join structure s";
    conditions.push(dansLaBoite("s", rayon), `${DISTANCE_AU_CENTRE} <= ${rayon}`);
  }
  const distance = autour === null ? "null::double precision" : DISTANCE_AU_CENTRE;
  if (texte === null) {
    return {
      parties,
      de: `${de} cross join lateral (select ${distance} as distance, null::double precision as score) t`,
      conditions,
    };
  }
  const choisir = (score: string, tables: string, quand: string) =>
    `select s.id, ${distance} as distance, ${avecScore ? score : "null"}::double precision as score from ${tables} where ${[quand, ...conditions].join(" and ")}`;
  const voulu = valeurs.ajouter(texte, "text");
  parties.push(
    `voulu as (select n.nom, to_tsquery('simple', (select string_agg(mot || ':*', ' & ') from regexp_split_to_table(n.nom, ' ') mot)) as mots
       from (select nom_normalise(${voulu}) as nom) n)`,
    `exactes as materialized (${choisir("similarity(voulu.nom, s.nom_recherche)", `voulu cross join ${de}`, "s.mots @@ voulu.mots")})`,
    `mots_longs as (select array_agg(mot order by length(mot) desc, mot) as mots
       from voulu, regexp_split_to_table(voulu.nom, ' ') mot where length(mot) >= ${LETTRES_POUR_UNE_FAUTE})`,
    `approchees as (${choisir(
      "r.ressemblance",
      `${de} join structures_ressemblantes((select mots from mots_longs)) r on r.id = s.id`,
      "not exists (select from exactes)",
    )})`,
    "trouvees as (select * from exactes union all select * from approchees)",
  );
  return { parties, de: "trouvees t join structure s using (id)", conditions: [] };
}

const enSql = ({ parties }: Corps): string => (parties.length === 0 ? "" : `with ${parties.join(", ")}`);
const ou = (conditions: readonly string[]): string =>
  conditions.length === 0 ? "" : `where ${conditions.join(" and ")}`;

/** The `limite` next structures of a search, in one statement. Throws BAD_USER_INPUT when the cursor has another shape. */
export async function searchStructures(
  sql: Sql,
  recherche: Recherche,
  { apres, limite }: { apres: ClesDeTri | null; limite: number },
): Promise<StructureTrouvee[]> {
  const valeurs = new Valeurs();
  const trouver = corps(recherche, valeurs, { avecScore: true });
  const suite = apres === null ? [] : [apresCurseur(recherche.tri, apres, valeurs)];
  const ordre = colonnesDeTri(recherche.tri).join(", ");
  const lignes = await sql.query<LigneStructure & Rang>(
    `${enSql(trouver)} select ${COLONNES_STRUCTURE}, t.distance as "distanceKm", t.score
     from ${trouver.de} ${ou([...trouver.conditions, ...suite])} order by ${ordre} limit ${valeurs.ajouter(limite, "int")}`,
    valeurs.liste,
  );
  return lignes.map(({ distanceKm, score, ...ligne }) => ({ structure: enStructure(ligne), distanceKm, score }));
}

const COMPTE_EXACT_JUSQU_A = 10_000;

/** How many structures a search finds; beyond 10,000 it stops counting and says so. */
export async function countStructures(sql: Sql, recherche: Recherche): Promise<{ total: number; exact: boolean }> {
  const valeurs = new Valeurs();
  const trouver = corps(recherche, valeurs, { avecScore: false });
  const [ligne] = await sql.query<{ nombre: number }>(
    `${enSql(trouver)} select count(*) as nombre
     from (select from ${trouver.de} ${ou(trouver.conditions)} limit ${COMPTE_EXACT_JUSQU_A + 1}) trouvee`,
    valeurs.liste,
  );
  const nombre = ligne?.nombre ?? 0;
  return { total: Math.min(nombre, COMPTE_EXACT_JUSQU_A), exact: nombre <= COMPTE_EXACT_JUSQU_A };
}
