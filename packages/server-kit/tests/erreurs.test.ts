import { describe, expect, it } from "vitest";
import { introuvable, saisieInvalide } from "../src/erreurs.ts";

describe("Le champ qu'une erreur nomme", () => {
  it.each([
    ["input.nom", "input.nom"],
    ["input.actions.0.libelle", "input.actions[0].libelle"],
    ["delais.12", "delais[12]"],
    ["input.listes.1.2.code", "input.listes[1][2].code"],
    ["input.actions[3].libelle", "input.actions[3].libelle"],
  ])("%s s'écrit %s, comme dans les erreurs de GraphQL", (champ, attendu) => {
    expect(saisieInvalide(champ, "Faux.").extensions).toEqual({ code: "BAD_USER_INPUT", champ: attendu });
    expect(introuvable(champ, "Absent.").extensions).toEqual({ code: "NOT_FOUND", champ: attendu });
  });
});
