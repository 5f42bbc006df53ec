import type { Sql } from "@coordination/database";
import DataLoader from "dataloader";
import { findCommunes, findCommunesProches, type LigneCommune } from "./commune.repository.ts";
import type { Lieu, Point } from "./lieu.ts";

export const createLieuLoaders = (sql: Sql) => ({
  /** A commune's centre; null when no commune bears the code. */
  lieuByCommune: new DataLoader<string, Lieu | null>(async (codesInsee) => {
    const communes = new Map((await findCommunes(sql, codesInsee)).map((ligne) => [ligne.codeInsee, ligne]));
    return codesInsee.map((code) => enLieu(communes.get(code)));
  }),
  /** A point, in its nearest commune; null when none is near. */
  lieuByPoint: new DataLoader<Point, Lieu | null, string>(
    async (points) => {
      const proches = new Map((await findCommunesProches(sql, points)).map(({ rang, codeInsee }) => [rang, codeInsee]));
      return points.map((position, index) => {
        const codeInsee = proches.get(index + 1);
        return codeInsee === undefined ? null : { codeInsee, position };
      });
    },
    { cacheKeyFn: ({ latitude, longitude }) => `${latitude} ${longitude}` },
  ),
});

export type LieuLoaders = ReturnType<typeof createLieuLoaders>;

function enLieu(commune: LigneCommune | undefined): Lieu | null {
  if (commune === undefined) return null;
  const { codeInsee, latitude, longitude } = commune;
  return { codeInsee, position: latitude === null || longitude === null ? null : { latitude, longitude } };
}
