import { describe, expect, it } from "vitest";
import { appliquer, type Regle } from "./regle.ts";
import { verdict } from "./verdict.ts";

interface Panier {
  readonly pommes: number | null;
  readonly fraiches: boolean | null;
}

const garni: Regle<Panier> = {
  regle: "PANIER_GARNI",
  intitule: "Un panier est garni quand :",
  source: "exemple",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "DEUX_POMMES",
      libelle: "il contient deux pommes au moins",
      evaluer: ({ pommes }) => verdict(pommes, (nombre) => nombre >= 2),
      constat: ({ pommes }) => (pommes === null ? "nombre inconnu" : `${pommes} pomme(s)`),
    },
    {
      code: "FRAICHES",
      libelle: "elles sont fraîches",
      evaluer: ({ fraiches }) => verdict(fraiches, (oui) => oui),
    },
  ],
};

describe("L'application d'une règle", () => {
  it("rend toutes les conditions, avec leur constat, même quand la première est NON", () => {
    expect(appliquer(garni, { pommes: 1, fraiches: null })).toEqual({
      regle: "PANIER_GARNI",
      intitule: "Un panier est garni quand :",
      verdict: "NON",
      conditions: [
        { code: "DEUX_POMMES", libelle: "il contient deux pommes au moins", verdict: "NON", constat: "1 pomme(s)" },
        { code: "FRAICHES", libelle: "elles sont fraîches", verdict: "INCONNU", constat: null },
      ],
      source: "exemple",
      relueLe: "2026-11-22",
    });
  });

  it.each<[string, Panier, string]>([
    ["dit OUI quand tout est su et rempli", { pommes: 2, fraiches: true }, "OUI"],
    ["dit NON quand un fait connu manque à la condition", { pommes: 2, fraiches: false }, "NON"],
    ["dit INCONNU quand un fait n'est pas renseigné", { pommes: null, fraiches: true }, "INCONNU"],
  ])("%s", (_titre, faits, attendu) => {
    expect(appliquer(garni, faits).verdict).toBe(attendu);
  });
});
