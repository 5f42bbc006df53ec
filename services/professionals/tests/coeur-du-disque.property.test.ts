import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coeurDe } from "../src/recherche/conditions.ts";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
});
afterAll(() => annuaire.fermer());

const { sud, nord, ouest, est } = coeurDe("c", "c.rayon");
/** A grid of the square, its edges and its corners included. */
const GRILLE = `
  with c as (select $1::float8 as latitude, $2::float8 as longitude, $3::float8 as rayon),
  carre as (select c.*, ${sud} as sud, ${nord} as nord, ${ouest} as ouest, ${est} as est from c)
  select max(professionals.distance_km(latitude, longitude, sud + (nord - sud) * y / 10, ouest + (est - ouest) * x / 10)) as distance
  from carre cross join generate_series(0, 10) x cross join generate_series(0, 10) y`;

const milliemes = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((nombre) => nombre / 1000);

describe("Le carré où l'on ne calcule pas de distance", () => {
  it("reste dans le disque, et l'emplit", async () => {
    await fc.assert(
      fc.asyncProperty(
        milliemes(-80, 80),
        milliemes(-180, 180),
        milliemes(0.1, 200),
        async (latitude, longitude, rayon) => {
          const distance = await annuaire.ecrire(async (client) => {
            const { rows } = await client.query<{ distance: number }>(GRILLE, [latitude, longitude, rayon]);
            return rows[0]?.distance ?? Number.NaN;
          });
          expect(distance).toBeLessThanOrEqual(rayon);
          expect(distance).toBeGreaterThan(0.95 * rayon);
        },
      ),
      { numRuns: 40 },
    );
  });
});
