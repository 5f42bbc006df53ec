import { describe, expect, it } from "vitest";
import { type Acteur, exigerActeur, exigerPortee } from "../src/index.ts";

const acteur: Acteur = {
  sub: "demo",
  rpps: null,
  structures: ["1690000001"],
  profils: [],
  scopes: ["parcours:lire"],
  clientId: "demo",
};
describe("Les droits d'un acteur", () => {
  it("distinguent l'absence d'identité de l'absence de droit", () => {
    expect(() => exigerActeur(null)).toThrow(expect.objectContaining({ extensions: { code: "UNAUTHENTICATED" } }));
    expect(() => exigerPortee(acteur, "parcours:ecrire")).toThrow(
      expect.objectContaining({ extensions: { code: "FORBIDDEN" } }),
    );
    expect(exigerPortee(acteur, "parcours:lire")).toBe(acteur);
  });
});
