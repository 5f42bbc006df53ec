import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AGENCE } from "./acteurs-de-test.ts";
import { type AnnuairePeuple, ouvrirAnnuairePeuple } from "./annuaire-peuple.ts";
import { CPTS_BOURG } from "./donnees-de-test.ts";
import { type Muter, mutation } from "./ecriture-de-test.ts";

let annuaire: AnnuairePeuple;
beforeAll(async () => {
  annuaire = await ouvrirAnnuairePeuple();
});
afterAll(() => annuaire.fermer());

const jour = fc.integer({ min: 1, max: 28 }).map((numero) => `2026-01-${String(numero).padStart(2, "0")}`);

/** Pairs of periods of one series that share a day, and periods that end before they start. */
const chevauchements = (requete: string) =>
  annuaire.ecrire(async (client) => (await client.query<{ nombre: string }>(requete)).rows[0]?.nombre);

describe("Une série de faits datés, écrits dans n'importe quel ordre", () => {
  it("de classements d'une commune n'en a jamais deux le même jour", async () => {
    const enregistrer: Muter = mutation(() => annuaire, "enregistrerZonage", {
      signature: "$input: EnregistrerZonageInput!",
      champs: "codeInsee",
    });
    const ecriture = fc.record({ dateEffet: jour, dateFin: fc.option(jour, { nil: null }) });
    await fc.assert(
      fc.asyncProperty(fc.array(ecriture, { minLength: 1, maxLength: 8 }), async (ecritures) => {
        await annuaire.ecrire((client) => client.query("delete from structures.zonage"));
        for (const dates of ecritures) {
          const input = {
            codeInsee: "01053",
            categorie: "ZIP",
            profession: "10",
            arrete: "inventé",
            source: "test",
            ...dates,
          };
          const { erreur } = await enregistrer({ input }, AGENCE);
          if (erreur !== null) expect(erreur).toMatchObject({ code: "BAD_USER_INPUT", champ: "input.dateFin" });
        }
        expect(
          await chevauchements(
            `select count(*) as nombre from structures.zonage a join structures.zonage b using (code_insee, profession)
             where a.date_effet < b.date_effet and (a.date_fin is null or a.date_fin >= b.date_effet)`,
          ),
        ).toBe("0");
      }),
      { numRuns: 20 },
    );
  });

  it("de territoires d'une CPTS n'en a jamais deux le même jour, et le dernier reste ouvert", async () => {
    const definir: Muter = mutation(() => annuaire, "definirTerritoire", {
      signature: "$input: DefinirTerritoireInput!",
      champs: "id",
    });
    await fc.assert(
      fc.asyncProperty(fc.array(jour, { minLength: 1, maxLength: 8 }), async (debuts) => {
        await annuaire.ecrire((client) =>
          client.query("delete from structures.territoire where structure_id = $1", [CPTS_BOURG]),
        );
        for (const depuis of debuts) {
          const input = { structureId: CPTS_BOURG, codesInsee: ["01053"], depuis, source: "test" };
          expect((await definir({ input }, AGENCE)).erreur).toBeNull();
        }
        expect(
          await chevauchements(
            `select count(*) as nombre from structures.territoire a join structures.territoire b using (structure_id)
             where a.depuis < b.depuis and (a.jusqu_a is null or a.jusqu_a <> (select min(c.depuis) - 1
               from structures.territoire c where c.structure_id = a.structure_id and c.depuis > a.depuis))`,
          ),
        ).toBe("0");
        expect(
          await chevauchements(
            `select count(*) as nombre from structures.territoire where structure_id = '${CPTS_BOURG}' and jusqu_a is null`,
          ),
        ).toBe("1");
      }),
      { numRuns: 20 },
    );
  });
});
