import { describe, expect, it } from "vitest";
import { type DossierDuDeclarant, droitDeDeclarer, peutDeclarer } from "./qui-declare.rule.ts";

const inconnu = { rpps: "89900000020", structures: [], agence: false };
const autreStructure = { rpps: null, structures: ["1310000099"], agence: false };
/** Someone else, who works elsewhere. */
const etranger: DossierDuDeclarant = {
  declaration: "DISPONIBILITE",
  declarant: inconnu,
  rppsDeLaPersonne: "89900000012",
  structuresDeLActivite: ["1310000013"],
  groupements: null,
};

describe("Qui peut déclarer à l'annuaire", () => {
  it("n'est pas n'importe qui", () => {
    expect(peutDeclarer(etranger)).toBe("NON");
  });

  it.each<[string, Partial<DossierDuDeclarant>, string]>([
    ["la personne elle-même", { declarant: { ...inconnu, rpps: "89900000012" } }, "OUI"],
    ["la structure de l'activité", { declarant: { ...autreStructure, structures: ["1310000013"] } }, "OUI"],
    ["une autre structure, avant de savoir", { declarant: autreStructure }, "SELON_LES_ADHESIONS"],
    ["un groupement dont elle est membre", { declarant: autreStructure, groupements: ["1310000099"] }, "OUI"],
    ["un groupement dont elle n'est pas membre", { declarant: autreStructure, groupements: ["1310000098"] }, "NON"],
    ["un groupement, quand elle n'est membre de rien", { declarant: autreStructure, groupements: [] }, "NON"],
    ["qui n'agit pour personne : inutile de demander", { declarant: inconnu, groupements: null }, "NON"],
    ["une agence, pour une disponibilité", { declarant: { ...inconnu, agence: true } }, "NON"],
    ["une agence, pour un lieu", { declarant: { ...inconnu, agence: true }, declaration: "SITUATION" }, "NON"],
    ["une agence, pour un contact", { declarant: { ...inconnu, agence: true }, declaration: "CONTACT" }, "NON"],
    ["une agence, pour une qualité", { declarant: { ...inconnu, agence: true }, declaration: "QUALITE" }, "OUI"],
    [
      "une agence, pour une habilitation",
      { declarant: { ...inconnu, agence: true }, declaration: "HABILITATION" },
      "OUI",
    ],
    ["une agence, pour une compétence", { declarant: { ...inconnu, agence: true }, declaration: "COMPETENCE" }, "OUI"],
    ["une agence, pour un contrat", { declarant: { ...inconnu, agence: true }, declaration: "CONTRAT" }, "OUI"],
    [
      "la personne, pour son propre contrat",
      { declarant: { ...inconnu, rpps: "89900000012" }, declaration: "CONTRAT" },
      "NON",
    ],
    ["sa structure, pour son contrat", { declarant: autreStructure, declaration: "CONTRAT" }, "NON"],
  ])("%s", (_cas, ecart, attendu) => {
    expect(peutDeclarer({ ...etranger, ...ecart })).toBe(attendu);
  });

  it("se dit dans le refus", () => {
    expect(droitDeDeclarer("DISPONIBILITE")).not.toContain("agence");
    expect(droitDeDeclarer("QUALITE")).toContain("ou parler pour une agence");
    expect(droitDeDeclarer("CONTRAT")).toBe("parler pour une agence");
  });
});
