import { describe, expect, it } from "vitest";
import { medecin, sources, vaccination, vaccinationTropJeune } from "../../tests/exemples.ts";
import { classerTout, element, phrases } from "../../tests/lecture-classement.ts";

describe("Une même cible proposée par deux voies", () => {
  it("réunit les deux voies d'une même personne : la meilleure donne le rang, l'autre s'ajoute", () => {
    const professionnels = [
      medecin("un", { possibilite: "vaccination-pharmacien", eligibilite: { verdict: "OUI" } }),
      medecin("un"),
    ];
    const { elements } = classerTout(
      sources({ professionnels: [...professionnels, medecin("deux")], possibilites: [vaccination] }),
    );
    expect(elements.map(({ cible }) => cible.id)).toEqual(["un", "deux"]);
    expect(elements[0]?.possibilite).toBeNull();
    expect(elements[0]?.motifs.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["PROFESSION_DEMANDEE", "AUTRE_DEMANDE_COUVERTE"]),
    );
  });

  it("garde la voie ouverte d'une personne dont l'autre voie est écartée, sans y mêler ce qui écarte l'autre", () => {
    const professionnels = [
      medecin("un"),
      medecin("un", { possibilite: "vaccination-pharmacien", eligibilite: { verdict: "OUI" } }),
    ];
    const classement = classerTout(sources({ professionnels, possibilites: [vaccinationTropJeune] }));
    expect(element(classement, "un").retenue).toBe(true);
    expect(phrases(element(classement, "un")).join()).not.toContain("5 ans");
  });

  it("ne dépend pas de l'ordre d'arrivée de deux titres que le catalogue n'a pas rendus", () => {
    const titres = ["p2", "p1"].map((possibilite) =>
      medecin("un", { possibilite, eligibilite: { verdict: "INCONNU" } }),
    );
    const rendu = (professionnels: typeof titres) => classerTout(sources({ professionnels }));
    expect(rendu(titres)).toEqual(rendu(titres.toReversed()));
  });
});
