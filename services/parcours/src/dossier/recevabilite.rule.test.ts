import { appliquer, type Verdict } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import { type DemandeJugee, recevabilite } from "./recevabilite.rule.ts";

const toutJuste: DemandeJugee = {
  motif: "retour à domicile",
  difficulte: "aucun passage le week-end",
  autresActeurs: true,
  personneInformee: true,
  accordPersonne: "OUI",
};

describe("La recevabilité d'une demande d'appui", () => {
  it("est acquise quand plusieurs acteurs n'arrivent pas seuls à coordonner, la personne étant d'accord", () => {
    expect(appliquer(recevabilite, toutJuste).verdict).toBe("OUI");
  });

  it.each<[string, Partial<DemandeJugee>, Verdict, string]>([
    ["ne dit pas de besoin", { motif: " " }, "NON", "BESOIN_DE_COORDINATION"],
    ["ne concerne qu'un acteur", { autresActeurs: false }, "NON", "AUTRES_ACTEURS"],
    ["ne dit pas de difficulté", { difficulte: "" }, "NON", "DIFFICULTE_RENCONTREE"],
    ["se fait à l'insu de la personne", { personneInformee: false }, "NON", "PERSONNE_INFORMEE"],
    ["se fait contre son avis", { accordPersonne: "NON" }, "NON", "ACCORD_DE_LA_PERSONNE"],
    ["ne dit pas si elle est d'accord", { accordPersonne: "INCONNU" }, "INCONNU", "ACCORD_DE_LA_PERSONNE"],
  ])("ne l'est pas quand la demande %s", (_cas, ecart, attendu, condition) => {
    const eligibilite = appliquer(recevabilite, { ...toutJuste, ...ecart });
    expect(eligibilite.verdict).toBe(attendu);
    expect(eligibilite.conditions.find(({ code }) => code === condition)?.verdict).toBe(attendu);
  });

  it("ne regarde ni l'âge ni la pathologie", () => {
    expect(recevabilite.conditions.map(({ libelle }) => libelle).join(" ")).not.toMatch(/âge|patholog|maladie/);
  });
});
