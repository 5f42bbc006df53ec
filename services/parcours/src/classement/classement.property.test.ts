import { Urgence } from "@coordination/vocabulaire";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { besoins, LIEU_DE_LA_SITUATION, melanges, sansCauseDExclusion } from "../../tests/besoins-arbitraires.ts";
import { criteresDuBesoin } from "../../tests/exemples.ts";
import { BAREME } from "./bareme.ts";
import { classer } from "./classement.rule.ts";
import type { SourcesDuBesoin } from "./faits.ts";
import { cleDeLaCible, SANS_MEMOIRE } from "./memoire.rule.ts";
import { scoreDe } from "./motif.ts";

const TOUT = { ecartees: true, first: 1_000 };

describe("Quel que soit ce que l'annuaire rend, le classement", () => {
  it("ne dépend pas de l'ordre d'arrivée des candidats", () => {
    fc.assert(
      fc.property(melanges, ({ sources, professionnels, structures }) => {
        const melangees: SourcesDuBesoin = {
          professionnels: sources.professionnels && { ...sources.professionnels, elements: professionnels },
          structures: sources.structures && { ...sources.structures, elements: structures },
          possibilites: sources.possibilites,
        };
        expect(classer(criteresDuBesoin, melangees, TOUT)).toEqual(classer(criteresDuBesoin, sources, TOUT));
      }),
    );
  });

  it("donne à chacun un score qui est la somme de ses motifs, rendus du plus lourd au plus léger", () => {
    fc.assert(
      fc.property(besoins, (sources) => {
        for (const { score, motifs: rendus } of classer(criteresDuBesoin, sources, TOUT).elements) {
          expect(score).toBe(scoreDe(rendus));
          const poids = rendus.map((motif) => Math.abs(motif.poids));
          expect(poids).toEqual(poids.toSorted((un, autre) => autre - un));
        }
      }),
    );
  });

  it("écarte exactement ceux qui portent un motif excluant, après les retenus, chacun une seule fois", () => {
    fc.assert(
      fc.property(besoins, (sources) => {
        const { elements } = classer(criteresDuBesoin, sources, TOUT);
        expect(elements.map(({ retenue }) => retenue)).toEqual(
          elements.map(({ motifs: rendus }) => rendus.every(({ effet }) => effet !== "EXCLUANT")),
        );
        const premiereEcartee = elements.findIndex(({ retenue }) => !retenue);
        expect(premiereEcartee === -1 || elements.slice(premiereEcartee).every(({ retenue }) => !retenue)).toBe(true);
        expect(new Set(elements.map(({ cible }) => `${cible.genre} ${cible.id}`)).size).toBe(elements.length);
      }),
    );
  });

  it("ne retient jamais au titre d'un texte NON ou INCONNU pour la personne", () => {
    fc.assert(
      fc.property(besoins, (sources) => {
        const permises = (sources.possibilites ?? [])
          .filter(({ eligibilite }) => eligibilite.verdict === "OUI")
          .map(({ id }) => id);
        const retenues = classer(criteresDuBesoin, sources, TOUT).elements.filter(({ retenue }) => retenue);
        for (const { possibilite } of retenues)
          expect(possibilite === null || permises.includes(possibilite)).toBe(true);
      }),
    );
  });

  it("fait paraître un candidat quand la cause de son exclusion disparaît", () => {
    // For care, being a DAC is a cause that nothing lifts: here it is none.
    const horsSoins = { ...criteresDuBesoin, nature: "SOCIAL" as const };
    fc.assert(
      fc.property(besoins, (sources) => {
        const levees = sansCauseDExclusion(sources);
        const { elements } = classer(horsSoins, levees, { ecartees: false, first: 1_000 });
        const ecartes = classer(horsSoins, sources, TOUT).elements.filter(({ retenue }) => !retenue);
        for (const { cible } of ecartes) expect(elements.map((element) => element.cible)).toContainEqual(cible);
      }),
    );
  });

  it("fait paraître un candidat quand la cause de son refus passé disparaît, et lui seul en change", () => {
    const maintenant = new Date("2026-11-22T12:00:00Z");
    const refus = fc.record({
      capaciteLe: fc.option(fc.integer({ min: 1, max: 120 }), { nil: null }),
      horsCompetence: fc.boolean(),
      horsTerritoire: fc.boolean(),
    });
    fc.assert(
      fc.property(besoins, refus, fc.nat(), (sources, { capaciteLe, ...hors }, choix) => {
        const avant = classer(criteresDuBesoin, sources, TOUT).elements;
        const vise = avant[choix % Math.max(avant.length, 1)];
        if (vise === undefined) return;
        const refuseLe = capaciteLe === null ? null : new Date(maintenant.getTime() - capaciteLe * 86_400_000);
        const faits = { closes: 0, acceptees: 0, delaiMedianHeures: null, capaciteLe: refuseLe?.toISOString() ?? null };
        const parCible = new Map([[cleDeLaCible(vise.cible), { ...faits, ...hors }]]);
        const apres = classer(criteresDuBesoin, sources, TOUT, { ...SANS_MEMOIRE, maintenant, parCible }).elements;
        const ecarte = hors.horsCompetence || hors.horsTerritoire || (capaciteLe !== null && capaciteLe < 60);
        for (const { cible, retenue } of avant) {
          const memeCible = cleDeLaCible(cible) === cleDeLaCible(vise.cible);
          const devenue = apres.find((element) => cleDeLaCible(element.cible) === cleDeLaCible(cible));
          expect(devenue?.retenue).toBe(memeCible ? retenue && !ecarte : retenue);
        }
      }),
    );
  });

  it("ne change que le rang de qui est du réseau du médecin traitant, et d'autant de points que le dit le barème", () => {
    const { poids } = BAREME.termes.RESEAU_DU_MEDECIN_TRAITANT;
    fc.assert(
      fc.property(besoins, fc.subarray(["lieu-1", "lieu-2"]), (sources, lieux) => {
        const reseau = { medecinId: "8-traitant", groupements: [{ nom: "CPTS", appartenants: new Set(lieux) }] };
        const avant = classer(criteresDuBesoin, sources, TOUT).elements;
        const apres = classer(criteresDuBesoin, sources, TOUT, { ...SANS_MEMOIRE, reseau }).elements;
        for (const { cible, retenue, score } of avant) {
          const devenue = apres.find((element) => cleDeLaCible(element.cible) === cleDeLaCible(cible));
          const duReseau = cible.genre === "SITUATION" && lieux.includes(LIEU_DE_LA_SITUATION[cible.id] ?? "");
          expect(devenue?.retenue).toBe(retenue);
          expect(devenue?.score).toBeCloseTo(duReseau ? score + poids : score, 2);
        }
      }),
    );
  });

  it("place l'offre complémentaire après toute l'offre fixe", () => {
    fc.assert(
      fc.property(besoins, (sources) => {
        const complements = classer(criteresDuBesoin, sources, { ecartees: false, first: 1_000 }).elements.map(
          ({ motifs: rendus }) => rendus.some(({ code }) => code === "OFFRE_COMPLEMENTAIRE"),
        );
        expect(complements).toEqual(complements.toSorted((un, autre) => Number(un) - Number(autre)));
      }),
    );
  });

  it("ne propose jamais un DAC ni une CPTS pour des soins, ni personne pour une urgence vitale", () => {
    fc.assert(
      fc.property(besoins, fc.constantFrom(...Object.values(Urgence)), (sources, urgence) => {
        const { elements } = classer({ ...criteresDuBesoin, urgence }, sources, TOUT);
        const interdites = (sources.structures?.elements ?? []).filter(
          ({ structure }) => structure.type === "DAC" || structure.type === "CPTS",
        );
        const proposees = elements.filter(({ retenue }) => retenue).map(({ cible }) => cible.id);
        expect(interdites.filter(({ structure }) => proposees.includes(structure.id))).toEqual([]);
        if (urgence === "VITALE") expect(elements).toEqual([]);
      }),
    );
  });
});
