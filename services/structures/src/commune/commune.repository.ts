import type { Sql } from "@coordination/database";
import type { Commune, LigneCommune } from "./commune.type.ts";

/** The columns of `LigneCommune`, for a table named `c`. */
export const COLONNES_COMMUNE = `c.code as "codeInsee", c.nom, c.codes_postaux as "codesPostaux", c.population, c.latitude, c.longitude,
  c.precision_position as "precisionPosition", c.departement as "codeDepartement", c.parent`;

/** The commune as the API shows it. */
export const enCommune = <Ligne extends LigneCommune>({
  latitude,
  longitude,
  precisionPosition,
  ...ligne
}: Ligne): Omit<Ligne, "latitude" | "longitude" | "precisionPosition"> & Commune => ({
  ...ligne,
  position:
    latitude === null || longitude === null || precisionPosition === null
      ? null
      : { latitude, longitude, precision: precisionPosition },
});

/** Communes and municipal arrondissements by INSEE code. */
export async function findCommunes(sql: Sql, codes: readonly string[]): Promise<Commune[]> {
  const lignes = await sql.query<LigneCommune>(`select ${COLONNES_COMMUNE} from commune c where c.code = any($1)`, [
    codes,
  ]);
  return lignes.map(enCommune);
}

/** Where the population, the postal codes and the position of each commune come from. */
export interface OrigineDeCommune {
  readonly codeInsee: string;
  readonly source: string;
  readonly millesime: string | null;
}

export async function findOrigines(sql: Sql, codes: readonly string[]): Promise<OrigineDeCommune[]> {
  return sql.query<OrigineDeCommune>(
    `select c.code as "codeInsee", c.source, c.millesime from commune c where c.code = any($1)`,
    [codes],
  );
}

/** A commune of yesterday, and that of today that it is part of. */
export interface LigneAncienne {
  readonly codeInsee: string;
  readonly nom: string | null;
  readonly commune: string;
}

/** Communes of yesterday, by their own code or by that of their commune of today. */
export async function findAnciennes(
  sql: Sql,
  par: "code" | "commune",
  codes: readonly string[],
): Promise<LigneAncienne[]> {
  return sql.query<LigneAncienne>(
    `select a.code as "codeInsee", a.nom, a.commune from commune_ancienne a where a.${par} = any($1)
     order by a.nom collate "fr-x-icu", a.code`,
    [codes],
  );
}

/** Communes of which a postal code begins so. */
const PAR_CODE_POSTAL = `
  select ${COLONNES_COMMUNE} from commune c
  where array_to_tsvector(c.codes_postaux) @@ (select to_tsquery('simple'::regconfig, $1 || ':*'))
  order by c.population desc nulls last, c.code limit $2`;

/** How far a name is from the text: it is it, begins with it, or has its words. `$`-free, so that it serves two tables. */
const ecart = (nom: string): string => `
  case when ${nom} = (select nom from voulu) then 0 when starts_with(${nom}, (select nom from voulu)) then 1 else 2 end`;
const aLesMots = (nom: string): string => `
  to_tsvector('simple'::regconfig, ${nom}) @@ (select mots from voulu)`;

/**
 * Names that are the text, then that begin with it, then in which each word begins a word, the most peopled before the
 * others; the name of a commune of yesterday counts a little less than one of today. A misspelt name is looked for by its
 * trigrams only when nothing is written so. The text is normalised once.
 */
const PAR_NOM = `
  with voulu as materialized (
    select nom, to_tsquery('simple'::regconfig, nullif(replace(nom, ' ', ':* & '), '') || ':*') as mots
    from (select nom_normalise($1) as nom) n),
  ecrites as (
    select e.code, e.population, min(e.ecart)::real as ecart from (
      select c.code, c.population, ${ecart("c.nom_recherche")} as ecart from commune c where ${aLesMots("c.nom_recherche")}
      union all
      select c.code, c.population, 0.5 + ${ecart("a.nom_recherche")} from commune_ancienne a join commune c on c.code = a.commune
      where ${aLesMots("a.nom_recherche")}) e
    group by e.code, e.population),
  ressemblances as (
    select c.code, c.population, (select nom from voulu) <-> c.nom_recherche as ecart from commune c
    where not exists (select from ecrites) and (select nom from voulu) % c.nom_recherche),
  trouvees as (
    select * from ecrites union all select * from ressemblances order by ecart, population desc nulls last, code limit $2)
  select ${COLONNES_COMMUNE} from trouvees t join commune c using (code)
  order by t.ecart, c.population desc nulls last, c.code`;

/** Completion: by postal code when the text is digits, else by name. */
export async function searchCommunes(sql: Sql, recherche: string, first: number): Promise<Commune[]> {
  const texte = recherche.replaceAll("\0", " ").trim();
  const lignes = await sql.query<LigneCommune>(/^\d+$/.test(texte) ? PAR_CODE_POSTAL : PAR_NOM, [texte, first]);
  return lignes.map(enCommune);
}
