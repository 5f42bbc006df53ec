import { describe, expect, it } from "vitest";
import {
  criteresDuBesoin,
  medecin,
  pharmacien,
  sources,
  vaccinationSansAge,
  vaccinationTropJeune,
} from "../../tests/exemples.ts";
import { classerTout, element, ids, numeros } from "../../tests/lecture-classement.ts";
import { classer } from "./classement.rule.ts";

describe("Les candidats écartés", () => {
  const trop = sources({
    professionnels: [pharmacien("pharmacien"), medecin("medecin")],
    possibilites: [vaccinationTropJeune],
  });

  it("ne sont rendus que si on les demande, après les retenus", () => {
    expect(ids(classer(criteresDuBesoin, trop, { ecartees: false, first: 20 }))).toEqual(["medecin"]);
    expect(ids(classerTout(trop))).toEqual(["medecin", "pharmacien"]);
  });

  it("portent l'âge comme raison", () => {
    expect(element(classerTout(trop), "pharmacien").motifs).toContainEqual({
      code: "DELEGATION_NON",
      libelle: "Vaccination par le pharmacien : 5 ans : en dessous de 11 ans",
      effet: "EXCLUANT",
      poids: 0,
    });
  });

  it("ne comptent pas ceux qu'un texte éteint aurait seul désignés", () => {
    const eligibilite = {
      verdict: "NON" as const,
      intitule: "Vaccination en officine, expérimentation de 2017 : conviennent quand",
      conditions: [
        { code: "EN_VIGUEUR", libelle: "le texte est en vigueur", verdict: "NON" as const, constat: "éteinte" },
      ],
    };
    const eteinte = { id: "vaccination-pharmacien", eligibilite, equipes: [] };
    const tous = sources({ professionnels: [pharmacien("pharmacien"), medecin("medecin")], possibilites: [eteinte] });
    expect(ids(classerTout(tous))).toEqual(["medecin"]);
  });

  it("portent le fait qui manque quand l'âge est inconnu", () => {
    const sansAge = sources({ professionnels: [pharmacien("pharmacien")], possibilites: [vaccinationSansAge] });
    expect(element(classerTout(sansAge), "pharmacien").motifs).toContainEqual(
      expect.objectContaining({
        code: "FAIT_MANQUANT",
        libelle: "Vaccination par le pharmacien : fait manquant : âge",
      }),
    );
  });

  it("restent visibles derrière plus de retenus que `first`", () => {
    const nombreux = sources({
      professionnels: [...numeros("medecin", 30).map((id) => medecin(id)), pharmacien("pharmacien")],
      possibilites: [vaccinationTropJeune],
    });
    const classement = classer(criteresDuBesoin, nombreux, { ecartees: true, first: 20 });
    expect(classement.elements).toHaveLength(21);
    expect(classement.elements.at(-1)).toMatchObject({ rang: 21, retenue: false, cible: { id: "pharmacien" } });
    expect(classement.tronque).toBe(true);
  });

  it("comptent les équipes d'un texte qui ne s'applique pas", () => {
    const equipes = [{ distanceKm: 1, equipe: { id: "equipe" } }];
    expect(
      element(classerTout(sources({ possibilites: [{ ...vaccinationTropJeune, equipes }] })), "equipe").retenue,
    ).toBe(false);
  });

  it("comptent un délégué dont la délégation n'a pas pu être vérifiée", () => {
    const muette = { ...sources({ professionnels: [pharmacien("pharmacien")] }), possibilites: null };
    expect(element(classerTout(muette), "pharmacien").motifs.map(({ code }) => code)).toContain(
      "DELEGATION_NON_VERIFIEE",
    );
  });
});
