import type { Sql } from "@coordination/database";
import { appliquer } from "@coordination/rules";
import { chargeurDeListes, chargeurUnique, parArguments } from "../chargement.ts";
import {
  countPopulationCouverte,
  findCommunesNonCouvertes,
  findTerritoiresDeCpts,
  type Maille,
} from "./couverture.repository.ts";
import { compteDansLaCouverture } from "./couverture.rule.ts";

/** Coverage by CPTS: the territories that count on a day are read once, then one statement for all the places asked. */
export function createCouvertureLoaders(sql: Sql) {
  const territoiresQuiComptent = parArguments(async ({ le }: { le: string }): Promise<readonly string[]> => {
    const territoires = await findTerritoiresDeCpts(sql, le);
    return territoires
      .filter((cpts) => appliquer(compteDansLaCouverture, { ...cpts, le }).verdict === "OUI")
      .map(({ territoireId }) => territoireId);
  });
  return {
    couverture: parArguments(({ le, maille }: { le: string; maille: Maille }) =>
      chargeurUnique(
        async (codes) => countPopulationCouverte(sql, maille, codes, await territoiresQuiComptent({ le })),
        ({ code }) => code,
      ),
    ),
    communesSansCpts: parArguments(({ le }: { le: string }) =>
      chargeurDeListes(
        async (departements) => findCommunesNonCouvertes(sql, departements, await territoiresQuiComptent({ le })),
        ({ departement }) => departement,
      ),
    ),
  };
}
