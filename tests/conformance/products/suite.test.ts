import { describe, expect, it } from "vitest";
import { lancerLaSuite, type Resultat } from "./suite.fixture.ts";

/** What Apollo's suite calls a feature: the title of a group of tests, or of a test alone. */
const FONCTIONS = [
  "introspection",
  "@key single",
  "@key multiple",
  "@key composite",
  "repeatable @key",
  "@requires",
  "@provides",
  "ftv1",
  "@link",
  "@shareable",
  "@tag",
  "@override",
  "@inaccessible",
  "@composeDirective",
  "@interfaceObject",
];

function fonctionsTenues({ testResults }: Resultat): string[] {
  const essais = testResults.flatMap(({ assertionResults }) => assertionResults);
  const tenue = (fonction: string) => {
    const siens = essais.filter(({ ancestorTitles, title }) => (ancestorTitles[0] ?? title) === fonction);
    return siens.length > 0 && siens.every(({ status }) => status === "passed");
  };
  return FONCTIONS.filter(tenue);
}

describe("La suite de conformité d'Apollo pour les sous-graphes", () => {
  it("tient ses quinze fonctions et tous ses essais sur un sous-graphe bâti comme les quatre de la maison", async () => {
    const resultat = await lancerLaSuite();
    const echecs = resultat.testResults.map(({ message }) => message).filter((message) => message !== "");
    expect(echecs).toEqual([]);
    expect(fonctionsTenues(resultat)).toEqual(FONCTIONS);
    expect(resultat.numPassedTests).toBe(resultat.numTotalTests);
  });
});
