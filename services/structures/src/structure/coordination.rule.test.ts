import { TypeStructure } from "@coordination/vocabulaire";
import { describe, expect, it } from "vitest";
import { estCibleDeSoins, niveauDeCoordination } from "./coordination.rule.ts";

const tousLesTypes = Object.values(TypeStructure);

describe("Une orientation de soins", () => {
  it("ne vise jamais une CPTS, un DAC ni un SAMU, et peut viser toute autre structure", () => {
    expect(tousLesTypes.filter((type) => !estCibleDeSoins({ type }))).toEqual(["CPTS", "DAC", "SAMU"]);
  });
});

describe("Le niveau de coordination", () => {
  it.each([
    ["une ESP", "ESP", "PREMIER"],
    ["une MSP", "MSP", "SECOND"],
    ["un centre de santé", "CENTRE_DE_SANTE", "SECOND"],
    ["une CPTS", "CPTS", "TERRITORIAL"],
    ["un DAC", "DAC", "APPUI"],
    ["une pharmacie", "PHARMACIE", null],
  ] as const)("de %s", (_structure, type, attendu) => {
    expect(niveauDeCoordination({ type })).toBe(attendu);
  });
});
