import { describe, expect, it } from "vitest";
import { FormatInattendu, refuserFermeturesExcessives } from "../src/index.ts";

const demander =
  (...prevues: [departement: string, fermees: number, ouvertes: number][]) =>
  () =>
    refuserFermeturesExcessives(
      prevues.map(([departement, fermees, ouvertes]) => ({ departement, fermees, ouvertes })),
      "structures",
    );

describe("Les fermetures d'un import", () => {
  it("passent jusqu'à dix pour cent compris, et jusqu'à cinquante quelle que soit la part", () => {
    expect(demander()).not.toThrow();
    expect(demander(["01", 100, 1_000])).not.toThrow();
    expect(demander(["01", 50, 50])).not.toThrow();
  });

  it("sont refusées au-delà, en disant combien sur combien et dans quels départements", () => {
    expect(demander(["01", 101, 1_000])).toThrow(FormatInattendu);
    expect(demander(["01", 101, 1_000])).toThrow(
      /fermerait 101 structures sur 1\s000 .*département 01 : 101 sur 1\s000/,
    );
    expect(demander(["01", 51, 60], ["69", 0, 10_000])).toThrow(
      /51 structures sur 10\s060 .*département 01 : 51 sur 60/,
    );
    expect(demander(["01", 40, 100], ["69", 40, 100])).toThrow(
      /80 structures sur 200 dans les départements qu'il couvre : plus/,
    );
  });

  it("d'un département que le fichier ne nomme pas se disent aussi, les plus touchés d'abord", () => {
    expect(demander(["", 60, 100], ["69", 200, 300])).toThrow(
      /département 69 : 200 sur 300 ; département non dit : 60 sur 100/,
    );
  });
});
