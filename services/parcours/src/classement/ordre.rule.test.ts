import { describe, expect, it } from "vitest";
import { criteresDuBesoin, medecin, msp, pharmacien, sources, vaccination } from "../../tests/exemples.ts";
import { classerTout, element, ids, numeros, phrases } from "../../tests/lecture-classement.ts";
import { classer } from "./classement.rule.ts";

describe("L'ordre des réponses", () => {
  it("montre les trois genres de réponse parmi les vingt premières, même quand un seul a deux cents candidats", () => {
    const professionnels = [
      ...numeros("medecin", 200).map((id) => medecin(id, { distanceKm: 0.1 })),
      ...numeros("pharmacien", 5).map((id) => pharmacien(id, { distanceKm: 14, eligibilite: { verdict: "INCONNU" } })),
    ];
    const structures = numeros("msp", 5).map((id) => msp(id, { distanceKm: 14 }));
    const { elements } = classer(
      criteresDuBesoin,
      sources({ professionnels, structures, possibilites: [vaccination] }),
      {
        ecartees: false,
        first: 20,
      },
    );
    const genres = elements.map(({ cible }) => cible.id.replace(/\d+$/, ""));
    expect(genres.slice(0, 3)).toEqual(["medecin", "msp", "pharmacien"]);
    expect(genres.filter((genre) => genre === "msp")).toHaveLength(3);
    expect(genres.filter((genre) => genre === "pharmacien")).toHaveLength(3);
  });

  it("dit pourquoi une réponse passe devant de meilleurs scores", () => {
    const professionnels = numeros("medecin", 5).map((id) => medecin(id));
    const classement = classerTout(sources({ professionnels, structures: [msp("msp", { distanceKm: 14 })] }));
    expect(element(classement, "msp").rang).toBe(2);
    expect(phrases(element(classement, "msp"))).toContain(
      "parmi les meilleures réponses à une demande du besoin : maison de santé",
    );
  });

  it("place l'offre complémentaire après toute l'offre fixe", () => {
    const medicobus = msp("medicobus", {
      structure: { id: "medicobus", type: "MEDICOBUS" },
      complementaire: true,
      distanceKm: 0,
    });
    const fixes = numeros("msp", 6).map((id) => msp(id, { distanceKm: 15 }));
    expect(ids(classerTout(sources({ structures: [medicobus, ...fixes] }))).at(-1)).toBe("medicobus");
  });
});

describe("À score égal", () => {
  const egaux = sources({ professionnels: numeros("medecin", 20).map((id) => medecin(id)) });

  it("le même besoin donne la même liste", () => {
    expect(ids(classerTout(egaux))).toEqual(ids(classerTout(egaux)));
  });

  it("nul n'est toujours premier d'un besoin à l'autre", () => {
    const premiers = ["31555", "31069", "31149", "31044"].map(
      (codeInsee) => ids(classerTout(egaux, { ...criteresDuBesoin, codeInsee }))[0],
    );
    expect(new Set(premiers).size).toBeGreaterThan(1);
  });
});
