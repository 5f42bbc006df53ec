import { describe, expect, it } from "vitest";
import { criteresDuBesoin, medecin, msp, pharmacien, sources, vaccination } from "../../tests/exemples.ts";
import { classerTout, element, ids, phrases } from "../../tests/lecture-classement.ts";
import type { SourcesDuBesoin } from "./faits.ts";

describe("Le classement des réponses à un besoin", () => {
  it("réunit professionnels, structures et équipes en une seule liste, du plus grand score au plus petit", () => {
    const equipes = [{ distanceKm: 2, equipe: { id: "equipe" } }];
    const classement = classerTout(
      sources({
        professionnels: [medecin("medecin"), pharmacien("pharmacien")],
        structures: [msp("msp")],
        possibilites: [{ ...vaccination, equipes }],
      }),
    );
    expect(ids(classement)).toEqual(["medecin", "msp", "equipe", "pharmacien"]);
    expect(classement.elements.map(({ rang }) => rang)).toEqual([1, 2, 3, 4]);
    expect(element(classement, "pharmacien").possibilite).toBe("vaccination-pharmacien");
    expect(phrases(element(classement, "pharmacien"))).toContain(
      "peut réaliser l'acte demandé au titre d'une délégation : Vaccination par le pharmacien",
    );
  });

  it("préfère le plus proche", () => {
    const proches = sources({
      professionnels: [medecin("loin", { distanceKm: 9 }), medecin("pres", { distanceKm: 1 })],
    });
    expect(ids(classerTout(proches))).toEqual(["pres", "loin"]);
  });

  it("garde un professionnel dont une condition n'est pas connue, à confirmer et moins bien classé", () => {
    const professionnels = [pharmacien("inconnu", { eligibilite: { verdict: "INCONNU" } }), pharmacien("forme")];
    const classement = classerTout(sources({ professionnels, possibilites: [vaccination] }));
    expect(ids(classement)).toEqual(["forme", "inconnu"]);
    expect(element(classement, "inconnu").retenue).toBe(true);
    expect(element(classement, "inconnu").motifs).toContainEqual(
      expect.objectContaining({ code: "A_CONFIRMER", effet: "DEFAVORABLE", poids: -15 }),
    );
  });
});

describe("Une source qui ne répond pas", () => {
  const completes = sources({
    professionnels: [medecin("medecin")],
    structures: [msp("msp")],
    possibilites: [vaccination],
  });

  it.each<[string, Partial<SourcesDuBesoin>, string[]]>([
    ["structures", { structures: null }, ["medecin"]],
    ["professionals", { professionnels: null }, ["msp"]],
    ["delegations", { possibilites: null }, ["medecin", "msp"]],
  ])("est nommée (%s) et les autres sont classées", (source, absence, attendus) => {
    const classement = classerTout({ ...completes, ...absence });
    expect(classement.sourcesIndisponibles).toEqual([source]);
    expect(ids(classement)).toEqual(attendus);
  });

  it("n'est pas nommée quand elle a répondu qu'il n'y a rien", () => {
    expect(classerTout(sources({})).sourcesIndisponibles).toEqual([]);
  });
});

describe("Ce qui n'est jamais proposé", () => {
  it("personne, pour une urgence vitale", () => {
    const recues = sources({ professionnels: [medecin("medecin")], structures: [msp("msp")] });
    expect(classerTout(recues, { ...criteresDuBesoin, urgence: "VITALE" }).elements).toEqual([]);
  });

  it.each(["SOINS", "EXPERTISE", "SANTE_MENTALE", "PREVENTION"] as const)(
    "un DAC ou une CPTS, pour un besoin de nature %s",
    (nature) => {
      const structures = (["DAC", "CPTS"] as const).map((type) => msp(type, { structure: { id: type, type } }));
      const { elements } = classerTout(sources({ structures }), { ...criteresDuBesoin, nature });
      expect(elements.map(({ retenue }) => retenue)).toEqual([false, false]);
      expect(elements.flatMap(({ motifs }) => motifs.map(({ code }) => code))).toContain("CIBLE_NON_SOIGNANTE");
    },
  );

  it("une structure que l'annuaire dit non soignante, même sans connaître son type", () => {
    const dite = msp("dite", {
      structure: { id: "dite" },
      retenu: false,
      motifs: [{ code: "CIBLE_NON_SOIGNANTE", effet: "EXCLUANT", poids: 0 }],
    });
    expect(element(classerTout(sources({ structures: [dite] })), "dite").retenue).toBe(false);
  });

  it("hors des soins, un DAC peut l'être", () => {
    const structures = [msp("dac", { structure: { id: "dac", type: "DAC" } })];
    expect(ids(classerTout(sources({ structures }), { ...criteresDuBesoin, nature: "SOCIAL" }))).toEqual(["dac"]);
  });
});
