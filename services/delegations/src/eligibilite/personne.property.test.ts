import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { catalogueDuProjet } from "../../tests/catalogue-du-projet.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Delegation, Sexe } from "../catalogue/delegation.ts";
import type { FaitsPersonne } from "./faits.ts";
import { eligibilitePersonne } from "./personne.rule.ts";

/** Une délégation du projet, un de ses actes, et une personne dont on sait tout ce que le catalogue peut demander. */
function situation({
  delegations,
  criteres,
}: Catalogue): fc.Arbitrary<{ delegation: Delegation; faits: FaitsPersonne }> {
  return fc.constantFrom(...delegations).chain((delegation) =>
    fc.record({
      delegation: fc.constant(delegation),
      faits: fc
        .record({
          mois: fc.integer({ min: 0, max: 1200 }),
          enMois: fc.boolean(),
          sexe: fc.constantFrom<Sexe>("FEMININ", "MASCULIN", "INDETERMINE"),
          presences: fc.array(fc.boolean(), { minLength: criteres.length, maxLength: criteres.length }),
          acte: fc.constantFrom(...delegation.actes.map(({ code }) => code)),
          departement: fc.constantFrom("01", "31", "38", "69", "974"),
          le: fc.constantFrom("2017-12-01", "2020-04-01", "2022-06-01", "2026-11-22", "2031-01-01"),
        })
        .map(({ mois, enMois, presences, ...reste }) => ({
          ...reste,
          age: Math.floor(mois / 12),
          ageMois: enMois ? mois : null,
          criteres: criteres.map(({ code }, rang) => ({ code, present: presences[rang] ?? false })),
        })),
    }),
  );
}

/** Toutes les façons d'oublier un seul fait connu. */
function oublierUnFait(faits: FaitsPersonne): readonly FaitsPersonne[] {
  return [
    { ...faits, age: null },
    { ...faits, ageMois: null },
    { ...faits, sexe: null },
    { ...faits, departement: null },
    ...faits.criteres.map((oublie) => ({ ...faits, criteres: faits.criteres.filter((critere) => critere !== oublie) })),
  ];
}

describe("L'éligibilité de la personne, pour toutes les délégations", () => {
  let catalogue: Catalogue;
  beforeAll(() => {
    catalogue = catalogueDuProjet();
  });

  it("ne devient jamais OUI, ni de NON ni d'INCONNU, parce qu'on oublie un fait", () => {
    fc.assert(
      fc.property(situation(catalogue), ({ delegation, faits }) => {
        if (eligibilitePersonne(delegation, faits).verdict === "OUI") return;
        for (const moins of oublierUnFait(faits))
          expect(eligibilitePersonne(delegation, moins).verdict).not.toBe("OUI");
      }),
      { numRuns: 300 },
    );
  });

  it("ne dément pas, quand on apprend un fait, une condition déjà tranchée", () => {
    fc.assert(
      fc.property(situation(catalogue), fc.nat(), ({ delegation, faits }, tirage) => {
        const oublis = oublierUnFait(faits);
        const moins = oublis[tirage % oublis.length] ?? faits;
        const apres = eligibilitePersonne(delegation, faits).conditions;
        eligibilitePersonne(delegation, moins).conditions.forEach(({ verdict }, rang) => {
          if (verdict !== "INCONNU") expect(apres[rang]?.verdict).toBe(verdict);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("ne dépend pas de l'ordre des conditions", () => {
    fc.assert(
      fc.property(situation(catalogue), ({ delegation, faits }) => {
        const retournee = { ...delegation, conditions: delegation.conditions.toReversed() };
        expect(eligibilitePersonne(retournee, faits).verdict).toBe(eligibilitePersonne(delegation, faits).verdict);
      }),
    );
  });

  it("ne dit jamais OUI d'une fiche à vérifier, ni d'un texte qui n'est pas en vigueur", () => {
    fc.assert(
      fc.property(situation(catalogue), ({ delegation, faits }) => {
        const { verdict } = eligibilitePersonne(delegation, faits);
        if (delegation.relecture.niveau === "A_VERIFIER") expect(verdict).not.toBe("OUI");
        if (faits.le < delegation.enVigueurDepuis) expect(verdict).not.toBe("OUI");
        if (delegation.enVigueurJusquA !== null && faits.le > delegation.enVigueurJusquA) expect(verdict).toBe("NON");
      }),
      { numRuns: 300 },
    );
  });
});
