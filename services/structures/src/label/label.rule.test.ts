import { describe, expect, it } from "vitest";
import { aLeLabel, type LabelDecide } from "./label.rule.ts";

const JOUR = "2026-11-22";
const accorde: LabelDecide = { label: "UNIVERSITAIRE", decision: "OUI", expireLe: JOUR };

describe("Un label", () => {
  it.each<[string, readonly LabelDecide[], string]>([
    ["est tenu jusqu'à son dernier jour compris", [accorde], "OUI"],
    ["est tenu quand il n'expire pas", [{ ...accorde, expireLe: null }], "OUI"],
    ["n'est plus tenu le lendemain", [{ ...accorde, expireLe: "2026-11-21" }], "NON"],
    ["n'est pas tenu quand il a été refusé", [{ ...accorde, decision: "NON" }], "NON"],
    ["n'est pas connu quand la décision ne l'est pas", [{ ...accorde, decision: "INCONNU" }], "INCONNU"],
    ["n'est pas connu quand personne n'a décidé", [], "INCONNU"],
    ["ne vient pas d'un autre label", [{ ...accorde, label: "CABINET_DE_MONTAGNE" }], "INCONNU"],
  ])("%s", (_cas, decisions, attendu) => {
    expect(aLeLabel("UNIVERSITAIRE", decisions, JOUR)).toBe(attendu);
  });
});
