import { countStatements } from "@coordination/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnnuaireDeTest, ouvrirAnnuaire } from "./annuaire-de-test.ts";
import { peupler } from "./donnees-de-test.ts";
import { requeteDe } from "./recherche-alea.ts";

/** More than the executor waits before it compiles an operation. */
const FOIS = 15;
/** Counts alone: an operation that names structures is left to graphql-js, which waits for their types. */
const QUESTION = requeteDe("totalCount facettes { champ valeurs { code nombre } } edges { cursor distanceKm }");

let annuaire: AnnuaireDeTest;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaire();
  await peupler(annuaire);
});
afterAll(() => annuaire.fermer());

describe("Une recherche souvent posée", () => {
  it("est répondue de même, en autant de requêtes SQL, la première fois et les suivantes", async () => {
    const poser = () => countStatements(() => annuaire.demander(QUESTION, { first: 5, filtre: { types: ["MSP"] } }));
    const premiere = await poser();
    expect(premiere.statements).toHaveLength(2);
    for (let fois = 0; fois < FOIS; fois += 1) expect(await poser()).toEqual(premiere);
  });
});
