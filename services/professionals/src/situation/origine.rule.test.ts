import { describe, expect, it } from "vitest";
import { type ActivitePossible, activiteDOrigine } from "./origine.rule.ts";

const cardiologue: ActivitePossible = {
  id: "cardiologue",
  codeProfession: "10",
  codeSavoirFaire: "SM04",
  soignante: true,
  declaree: false,
};
const ailleurs = { ...cardiologue, id: "ailleurs" };
const coordinateur = { ...cardiologue, id: "coordinateur", codeSavoirFaire: null, soignante: false };
const medecinDuSport = { ...cardiologue, id: "sport", codeSavoirFaire: "SM53" };
const declaree = { ...medecinDuSport, id: "declaree", declaree: true };

describe("L'activité que l'on exerce aussi dans un lieu déclaré", () => {
  it.each<[string, ActivitePossible[], string | null, string]>([
    ["est la seule de la personne", [cardiologue], null, "cardiologue"],
    ["est l'une de celles qui disent le même exercice", [cardiologue, ailleurs], null, "cardiologue"],
    ["est celle de soins, pas la coordination", [coordinateur, cardiologue], null, "cardiologue"],
    ["est la coordination quand il n'y a qu'elle", [coordinateur], null, "coordinateur"],
    ["est celle du répertoire, pas une autre déclarée", [declaree, cardiologue], null, "cardiologue"],
    ["est celle qu'on désigne", [cardiologue, medecinDuSport], "sport", "sport"],
  ])("%s", (_cas, activites, designee, attendue) => {
    expect(activiteDOrigine(activites, designee)).toMatchObject({ id: attendue });
  });

  it.each<[string, ActivitePossible[], string | null, string]>([
    ["doit être désignée entre deux savoir-faire", [cardiologue, medecinDuSport], null, "AMBIGUE"],
    ["ne peut pas être celle d'un autre", [cardiologue], "sport", "INCONNUE"],
    ["n'existe pas pour qui n'exerce plus", [], null, "INCONNUE"],
  ])("%s", (_cas, activites, designee, attendue) => {
    expect(activiteDOrigine(activites, designee)).toBe(attendue);
  });
});
