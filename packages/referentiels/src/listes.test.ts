import { describe, expect, it } from "vitest";
import { findListe, findTypeOffre, listes, rechercherProfessions, rechercherSavoirFaire } from "./index.ts";

const codes = (valeurs: readonly { readonly code: string }[]) => valeurs.map(({ code }) => code);
const chercher = (liste: string, texte: string) => codes(findListe(liste)?.rechercher(texte) ?? []);

describe("Les listes de codes", () => {
  it("sont celles de l'annuaire, chacune avec sa version, sa source et ses valeurs", () => {
    expect(listes.map(({ nomenclature }) => nomenclature.code)).toEqual([
      "TRE_G15",
      "TRE_R95",
      "TRE_R94",
      "TRE_R38",
      "FAMILLE_SAVOIR_FAIRE",
      "TRE_R22",
      "TRE_R23",
      "TRE_R02",
      "TRE_R66",
      "FINESS_AGREGAT",
      "TRE_R244",
    ]);
    for (const { nomenclature, valeurs } of listes) {
      expect(nomenclature).toMatchObject({ version: expect.stringMatching(/./), source: expect.stringMatching(/./) });
      expect(valeurs.length).toBeGreaterThan(0);
    }
  });

  it("disent lesquelles ne sont qu'un extrait", () => {
    const extraits = listes.filter(({ nomenclature }) => nomenclature.extrait);
    expect(extraits.map(({ nomenclature }) => nomenclature.code)).toEqual([
      "TRE_R38",
      "FAMILLE_SAVOIR_FAIRE",
      "TRE_R02",
      "TRE_R66",
      "TRE_R244",
    ]);
  });

  it("ne devinent ni une liste ni un type d'offre inconnus", () => {
    expect(findListe("TRE_R00")).toBeNull();
    expect(findTypeOffre("28")).toEqual({ code: "28", libelle: "SSIAD" });
    expect(findTypeOffre("99")).toBeNull();
  });
});

describe("La recherche par libellé", () => {
  it.each([
    ["sans accents ni casse", "TRE_G15", "KINESITHERAPEUTE", "70"],
    ["par des débuts de mots", "TRE_G15", "chir dent", "40"],
    ["dans n'importe quel ordre", "TRE_G15", "femme sage", "50"],
    ["au pluriel", "TRE_G15", "les infirmiers", "60"],
    ["au féminin", "TRE_G15", "infirmière", "60"],
    ["malgré une faute de frappe", "TRE_G15", "orthoponiste", "91"],
    ["par le code", "TRE_R66", "603", "603"],
    ["avec une apostrophe", "TRE_R38", "médecine d’urgence", "SM59"],
    ["par un sigle écrit en toutes lettres", "TRE_R244", "cmp", "10"],
    ["par un synonyme", "FAMILLE_SAVOIR_FAIRE", "cancérologue", "ONCOLOGIE"],
  ])("trouve %s", (_facon, liste, texte, attendu) => {
    expect(chercher(liste, texte)[0]).toBe(attendu);
  });

  it("ne pardonne une faute que si rien ne correspond exactement", () => {
    expect(chercher("TRE_G15", "orthoptiste")).toEqual(["92"]);
  });

  it("ne rend rien quand un des mots ne se retrouve nulle part", () => {
    expect(chercher("TRE_G15", "médecin parachutiste")).toEqual([]);
  });

  it("rend toute la liste, par libellé, quand aucun mot n'est utile", () => {
    expect(chercher("TRE_R23", " de l' ")).toEqual(["B", "I", "L", "S"]);
  });

  it("ne propose pas une profession retirée", () => {
    expect(codes(rechercherProfessions("psychologue"))).toEqual(["93"]);
    expect(codes(rechercherProfessions("génétique"))).toEqual([]);
  });

  it("propose la famille avec ses savoir-faire, et seulement parmi ceux qu'on lui donne", () => {
    expect(codes(rechercherSavoirFaire("psychiatrie")).toSorted()).toEqual([
      "PSYCHIATRIE",
      "SM33",
      "SM42",
      "SM43",
      "SM92",
      "SM93",
    ]);
    const desDentistes = [{ code: "SCD02", libelle: "Chirurgie orale", type: "Spécialité ordinale" }];
    expect(codes(rechercherSavoirFaire("chirurgie", desDentistes))).toEqual(["SCD02"]);
  });
});
