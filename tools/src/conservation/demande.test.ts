import { describe, expect, it } from "vitest";
import { UsageError } from "../commande.ts";
import { lireDemande } from "./demande.ts";

describe("npm run conservation", () => {
  it.each([
    [["montrer"], { commande: "montrer" }],
    [["appliquer"], { commande: "appliquer", aBlanc: false }],
    [["appliquer", "--a-blanc"], { commande: "appliquer", aBlanc: true }],
    [
      ["fixer", "DOSSIER_CLOS", "20ans", " un texte "],
      { commande: "fixer", objet: "DOSSIER_CLOS", mois: 240, jours: null, source: "un texte" },
    ],
    [
      ["fixer", "HORS_DOSSIER", "aucune", "un texte"],
      { commande: "fixer", objet: "HORS_DOSSIER", mois: null, jours: null, source: "un texte" },
    ],
  ])("lit %j", (arguments_, demande) => {
    expect(lireDemande(arguments_)).toEqual(demande);
  });

  it.each<[string[], RegExp]>([
    [[], /^npm run conservation/],
    [["tout"], /^npm run conservation/],
    [["montrer", "encore"], /^npm run conservation/],
    [["appliquer", "--tout"], /^npm run conservation/],
    [["appliquer", "--a-blanc", "--a-blanc"], /^npm run conservation/],
    [["fixer"], /^Objet inconnu : \(absent\)/],
    [["fixer", "DOSSIER", "20ans", "un texte"], /^Objet inconnu : DOSSIER\./],
    [["fixer", "DOSSIER_CLOS", "vingt ans", "un texte"], /^Durée illisible : vingt ans/],
    [["fixer", "DOSSIER_CLOS", "7jours", "un texte"], /^Durée illisible : 7jours/],
    [["fixer", "DOSSIER_CLOS", "20ans"], /quel texte fixe cette durée/],
    [["fixer", "DOSSIER_CLOS", "20ans", " "], /quel texte fixe cette durée/],
    [["fixer", "DOSSIER_CLOS", "20ans", "un texte", "de trop"], /^npm run conservation/],
  ])("refuse %j", (arguments_, explication) => {
    expect(() => lireDemande(arguments_)).toThrow(UsageError);
    expect(() => lireDemande(arguments_)).toThrow(explication);
  });
});
