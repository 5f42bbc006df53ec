import { describe, expect, it } from "vitest";
import { attendConfirmation, type DeclarantDuLieu } from "./confirmation.rule.ts";

/** The structure that would welcome somebody who does not practise there. */
const accueillante: DeclarantDuLieu = {
  declarant: { rpps: null, structures: ["1310000099"] },
  rppsDeLaPersonne: "89900000012",
  structuresOuElleExerce: ["1310000013"],
  accueil: "1310000099",
};

describe("Un lieu déclaré attend la confirmation de la personne", () => {
  it("quand seule la structure qui l'accueillerait le déclare", () => {
    expect(attendConfirmation(accueillante)).toBe(true);
  });

  it.each<[string, Partial<DeclarantDuLieu>]>([
    ["la personne elle-même", { declarant: { rpps: "89900000012", structures: [] } }],
    ["la personne, agent de la structure", { declarant: { rpps: "89900000012", structures: ["1310000099"] } }],
    ["une structure où elle exerce déjà", { structuresOuElleExerce: ["1310000013", "1310000099"] }],
    ["un groupement qui n'accueille pas", { accueil: "1310000098" }],
    ["un groupement, hors de toute structure", { accueil: null }],
  ])("mais pas quand c'est %s", (_cas, ecart) => {
    expect(attendConfirmation({ ...accueillante, ...ecart })).toBe(false);
  });
});
