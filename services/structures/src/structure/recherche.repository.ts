import type { Sql } from "@coordination/database";
import type { ClesDeTri } from "@coordination/server-kit";
import { COLONNES_COMMUNE, enCommune } from "../commune/commune.repository.ts";
import type { Commune, LigneCommune } from "../commune/commune.type.ts";
import { corps, type Lecture } from "./corps.ts";
import { preparerLecture } from "./lecture.repository.ts";
import { apresCurseur, colonnesDeTri, sansScore } from "./ordre.ts";
import { COMPTE_EXACT_JUSQU_A, type Etape, type Recherche } from "./recherche.type.ts";
import { COLONNES_STRUCTURE, enStructure, type LigneStructure } from "./structure.repository.ts";
import type { Structure } from "./structure.type.ts";
import { Valeurs } from "./valeurs.ts";

/** Where a page begins and ends; `etape` and `apres` are those of a cursor, null for a first page. */
export interface PageVoulue {
  readonly etape: Etape | null;
  readonly apres: ClesDeTri | null;
  readonly limite: number;
  /** Gives each structure's commune in the same statement. */
  readonly avecCommune: boolean;
}

interface StructureTrouvee {
  readonly structure: Structure;
  readonly commune: Commune | null;
  readonly distanceKm: number | null;
  readonly score: number | null;
}

export interface PageTrouvee {
  readonly etape: Etape;
  readonly lignes: readonly StructureTrouvee[];
  /** How many rows the whole search finds, when the page had to know it. */
  readonly nombre: number | null;
}

/**
 * One page of a search, in one statement when something is written as asked; a first page that finds nothing so, or too many
 * rows to compare, asks again; changes first ask up to when. Throws BAD_USER_INPUT when the cursor has another shape.
 */
export async function searchStructures(sql: Sql, recherche: Recherche, page: PageVoulue): Promise<PageTrouvee> {
  if (page.etape !== null)
    return lirePage(sql, recherche, { ...page, ...(await preparerLecture(sql, recherche, page.etape)) });
  const exacte = await premierePage(sql, recherche, page, "EXACTE");
  if (exacte.lignes.length > 0 || recherche.texte === null) return exacte;
  return premierePage(sql, recherche, page, "APPROCHEE");
}

async function premierePage(
  sql: Sql,
  recherche: Recherche,
  page: PageVoulue,
  etape: "EXACTE" | "APPROCHEE",
): Promise<PageTrouvee> {
  const lecture = await preparerLecture(sql, recherche, etape);
  const tentee = await lirePage(sql, recherche, { ...page, ...lecture });
  return tropNombreuses(tentee) ? lirePage(sql, recherche, { ...page, ...lecture, etape: `${etape}_LARGE` }) : tentee;
}

const tropNombreuses = ({ nombre }: PageTrouvee): boolean => nombre !== null && nombre > COMPTE_EXACT_JUSQU_A;

type PageALire = Omit<PageVoulue, "etape"> & Lecture;

interface Ligne extends LigneStructure {
  distanceKm: number | null;
  score: number | null;
  nombre: number | null;
  commune?: LigneCommune | null;
}

async function lirePage(sql: Sql, recherche: Recherche, page: PageALire): Promise<PageTrouvee> {
  const { etape, avecCommune } = page;
  const valeurs = new Valeurs();
  const { parties, trouver, nombre } = trouverLaPage(recherche, page, valeurs);
  const lignes = await sql.query<Ligne>(
    `with ${[...parties, `page as (${trouver})`].join(", ")}
     select ${COLONNES_STRUCTURE}, p.distance as "distanceKm", p.score, ${nombre} as nombre
       ${avecCommune ? `, case when c.code is null then null else (select to_json(l) from (select ${COLONNES_COMMUNE}) l) end as commune` : ""}
     from page p join structure s on s.id = p.id ${avecCommune ? "left join commune c on c.code = s.code_insee" : ""}
     order by p.rang`,
    valeurs.liste,
  );
  return {
    etape,
    lignes: lignes.map(({ distanceKm, score, nombre: _nombre, commune = null, ...ligne }) => ({
      structure: enStructure(ligne),
      commune: commune === null ? null : enCommune(commune),
      distanceKm,
      score,
    })),
    nombre: compteLesLignes(recherche, page) ? (lignes[0]?.nombre ?? 0) : null,
  };
}

/** The first page of a text sees every row, hence counts them, unless there are too many. */
const compteLesLignes = ({ texte }: Recherche, { apres, etape }: PageALire): boolean =>
  texte !== null && apres === null && !etape.endsWith("LARGE");

function trouverLaPage(
  recherche: Recherche,
  page: PageALire,
  valeurs: Valeurs,
): { parties: readonly string[]; trouver: string; nombre: string } {
  const { etape, apres, limite } = page;
  const tri = etape.endsWith("LARGE") ? sansScore(recherche.tri) : recherche.tri;
  const { parties, de, conditions, expressions } = corps(recherche, page, valeurs, { avecScore: true });
  const suite = apres === null ? [] : [apresCurseur(tri, apres, expressions, valeurs)];
  const ordre = colonnesDeTri(tri, expressions);
  // No other column: an index that orders the rows, or holds their position, is then all that is read of most of them.
  const colonnes = `s.id, ${expressions.distance} as distance, ${expressions.score} as score`;
  const ou = `where ${[...conditions, ...suite].join(" and ")}`;
  const borne = `limit ${valeurs.ajouter(limite, "int")}`;
  if (!compteLesLignes(recherche, page)) {
    return {
      parties,
      trouver: `select t.*, row_number() over () as rang from (select ${colonnes} from ${de} ${ou} order by ${ordre} ${borne}) t`,
      nombre: "null::int",
    };
  }
  const lues = {
    id: "l.id",
    nom: "l.nom",
    misAJourLe: "l.mis_a_jour_le",
    distance: "l.distance",
    score: "l.score",
  };
  return {
    parties: [
      ...parties,
      `trouvees as materialized (select ${colonnes}, s.nom, s.mis_a_jour_le from ${de} ${ou} limit ${COMPTE_EXACT_JUSQU_A + 1})`,
    ],
    trouver: `select t.*, row_number() over () as rang from (select l.* from trouvees l order by ${colonnesDeTri(tri, lues)} ${borne}) t`,
    nombre: "(select count(*) from trouvees)",
  };
}
