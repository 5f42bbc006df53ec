import { StatutSignalement } from "@coordination/vocabulaire";
import { describe, expect, it } from "vitest";
import { peutPasser } from "./suivi.rule.ts";

const suites = (de: StatutSignalement) => Object.values(StatutSignalement).filter((a) => peutPasser(de, a));

describe("Le suivi d'un signalement", () => {
  it.each<[StatutSignalement, StatutSignalement[]]>([
    ["RECU", ["TRANSMIS", "CORRIGE", "REJETE"]],
    ["TRANSMIS", ["CORRIGE", "REJETE"]],
    ["CORRIGE", []],
    ["REJETE", []],
  ])("passe de %s à %j, et à rien d'autre", (de, attendues) => {
    expect(suites(de)).toEqual(attendues);
  });
});
