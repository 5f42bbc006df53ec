import { describe, expect, it } from "vitest";
import {
  codeInseeValide,
  departementDeCommune,
  finessValide,
  normaliserRpps,
  rppsValide,
  siretValide,
} from "./identifiants.ts";

describe("Le numéro FINESS", () => {
  it.each([
    ["d'un DAC réel (T1)", "090004888", true],
    ["dont la clé est altérée (T2)", "090004889", false],
    ["de Corse-du-Sud (T3)", "2A0000154", true],
    ["de Corse-du-Sud, altéré (T3)", "2A0000155", false],
    ["trop court", "09000488", false],
    ["en minuscules", "2a0000154", false],
    ["à la lettre déplacée", "02A000154", false],
    ["vide", "", false],
  ])("%s", (_cas, valeur, attendu) => {
    expect(finessValide(valeur)).toBe(attendu);
  });
});

describe("Le numéro RPPS", () => {
  it("vaut par ses 11 chiffres et sa clé", () => {
    expect(rppsValide("89900000004")).toBe(true);
    expect(rppsValide("89900000008")).toBe(false);
    expect(rppsValide("0899000000")).toBe(false);
  });

  it("se lit aussi précédé du 8 de l'identification nationale", () => {
    expect(normaliserRpps("889900000004")).toBe("89900000004");
    expect(normaliserRpps(" 89900000004 ")).toBe("89900000004");
  });

  it("ne se lit pas quand la clé est fausse, ou que le préfixe est celui d'un ADELI", () => {
    expect(normaliserRpps("889900000008")).toBeNull();
    expect(normaliserRpps("089900000004")).toBeNull();
    expect(normaliserRpps("")).toBeNull();
  });
});

describe("Le numéro SIRET", () => {
  it.each([
    ["du siège de La Poste, à clé ordinaire", "35600000000048", true],
    ["d'un bureau de La Poste, à somme multiple de cinq", "35600000049837", true],
    ["d'un bureau de La Poste dont la somme n'est pas multiple de cinq", "35600000049838", false],
    ["d'une autre entreprise, à clé fausse mais somme multiple de cinq", "35600000100014", false],
    ["à lettre", "3560000000004A", false],
  ])("%s", (_cas, valeur, attendu) => {
    expect(siretValide(valeur)).toBe(attendu);
  });
});

describe("Le code INSEE d'une commune", () => {
  it.each(["01004", "31555", "2A004", "2B033", "75101", "97411", "97502", "98735"])("admet %s", (code) => {
    expect(codeInseeValide(code)).toBe(true);
  });

  it.each(["00001", "20004", "96001", "99100", "2C004", "3155", "310000", "2a004", ""])("refuse « %s »", (code) => {
    expect(codeInseeValide(code)).toBe(false);
  });

  it.each([
    ["31555", "31"],
    ["2A004", "2A"],
    ["69381", "69"],
    ["97411", "974"],
    ["98735", "987"],
  ])("%s est dans le département %s", (code, departement) => {
    expect(departementDeCommune(code)).toBe(departement);
  });
});
