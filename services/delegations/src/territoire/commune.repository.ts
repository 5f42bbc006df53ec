import type { Sql } from "@coordination/database";
import type { Point } from "./lieu.ts";

/** A known commune, as stored. */
export interface LigneCommune {
  readonly codeInsee: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** The communes among these codes. */
export const findCommunes = (sql: Sql, codesInsee: readonly string[]): Promise<LigneCommune[]> =>
  sql.query<LigneCommune>(
    `select code_insee as "codeInsee", latitude, longitude from commune_connue where code_insee = any($1)`,
    [codesInsee],
  );

/** Half a degree is some 40 to 55 km: no point of the country is as far from every commune's centre. */
const ECART_MAXIMUM_DEGRES = 0.5;

/** The nearest commune of each point, by the points' rank; a point far from all has no row. */
export const findCommunesProches = (
  sql: Sql,
  points: readonly Point[],
): Promise<{ rang: number; codeInsee: string }[]> =>
  sql.query(
    `select p.rang, c.code_insee as "codeInsee"
     from unnest($1::float8[], $2::float8[]) with ordinality p (latitude, longitude, rang)
     cross join lateral (
       select code_insee from commune_connue c
       where c.latitude between p.latitude - $3::float8 and p.latitude + $3
         and c.longitude between p.longitude - $3 and p.longitude + $3
       order by distance_km(p.latitude, p.longitude, c.latitude, c.longitude), c.code_insee
       limit 1
     ) c`,
    [points.map(({ latitude }) => latitude), points.map(({ longitude }) => longitude), ECART_MAXIMUM_DEGRES],
  );
