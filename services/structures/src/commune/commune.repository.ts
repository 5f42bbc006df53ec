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

/**
 * Completion: by postal code when the text is digits, else by name. Names that begin with the text come first, the most
 * peopled before the others; a misspelt name is found by its trigrams only when nothing begins with it.
 */
export async function searchCommunes(sql: Sql, recherche: string, first: number): Promise<Commune[]> {
  const texte = recherche.trim();
  const lignes = /^\d+$/.test(texte)
    ? await sql.query<LigneCommune>(
        `select ${COLONNES_COMMUNE} from commune c
         where case when length($1) = 5 then c.codes_postaux @> array[$1]
                    else exists (select from unnest(c.codes_postaux) postal where starts_with(postal, $1)) end
         order by c.population desc nulls last, c.code limit $2`,
        [texte, first],
      )
    : await sql.query<LigneCommune>(
        `with debuts as (
           select c.code, 0::real as ecart from commune c
           where c.nom_recherche like nom_normalise($1) || '%' and nom_normalise($1) <> ''),
         ressemblances as (
           select c.code, nom_normalise($1) <-> c.nom_recherche as ecart from commune c
           where not exists (select from debuts) and nom_normalise($1) % c.nom_recherche),
         trouvees as (select * from debuts union all select * from ressemblances)
         select ${COLONNES_COMMUNE} from trouvees t join commune c using (code)
         order by t.ecart, c.population desc nulls last, c.code limit $2`,
        [texte, first],
      );
  return lignes.map(enCommune);
}
