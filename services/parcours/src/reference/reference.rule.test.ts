import { describe, expect, it } from "vitest";
import { controlerReferences } from "./reference.rule.ts";

const juste = { systeme: "MESPATIENTS", identifiant: "2026-000123" };
const champ = (...references: Parameters<typeof controlerReferences>[0]) =>
  controlerReferences(references)?.champ ?? null;

describe("Une référence externe", () => {
  it.each<[string, Partial<typeof juste>, string | null]>([
    ["un système et un numéro", {}, null],
    ["le plus court système", { systeme: "AB" }, null],
    ["un système d'une lettre", { systeme: "A" }, ".0.systeme"],
    ["un système de 40 signes", { systeme: "A".repeat(40) }, null],
    ["un système de 41 signes", { systeme: "A".repeat(41) }, ".0.systeme"],
    ["un système à espace", { systeme: "MES PATIENTS" }, ".0.systeme"],
    ["un numéro d'un signe", { identifiant: "1" }, null],
    ["un numéro vide", { identifiant: " " }, ".0.identifiant"],
    ["un numéro de 100 signes", { identifiant: "1".repeat(100) }, null],
    ["un numéro de 101 signes", { identifiant: "1".repeat(101) }, ".0.identifiant"],
    ["quinze chiffres qui ne sont pas un INS", { identifiant: "299990199900104" }, null],
    ["un matricule INS", { identifiant: "299990199900103" }, ".0.identifiant"],
    ["un matricule INS, avec des espaces", { identifiant: "2 99 99 01 999 001 03" }, ".0.identifiant"],
  ])("%s", (_cas, ecart, attendu) => {
    expect(champ({ ...juste, ...ecart })).toBe(attendu);
  });

  it("se compte jusqu'à dix, et dit laquelle est fausse", () => {
    const dix = Array.from({ length: 10 }, (_, rang) => ({ ...juste, identifiant: String(rang) }));
    expect(champ(...dix)).toBeNull();
    expect(champ(...dix, juste)).toBe("");
    expect(champ(juste, { ...juste, systeme: "" })).toBe(".1.systeme");
  });
});
