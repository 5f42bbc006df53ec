import { describe, expect, it } from "vitest";
import { defautDuProgramme } from "./programme.rule.ts";

const MAINTENANT = new Date("2026-11-22T10:00:00Z");
const creneau = (debut: string, fin: string) => ({ debut: new Date(debut), fin: new Date(fin) });
const matin = creneau("2026-11-25T08:00:00Z", "2026-11-25T11:00:00Z");

describe("Le programme d'un médicobus", () => {
  it("accepte des passages à venir qui se suivent sans se chevaucher", () => {
    const suivant = creneau("2026-11-25T11:00:00Z", "2026-11-25T16:00:00Z");
    expect(defautDuProgramme([matin, suivant], MAINTENANT)).toBeNull();
    expect(defautDuProgramme([], MAINTENANT)).toBeNull();
  });

  it.each([
    ["un passage commencé", [creneau("2026-11-22T10:00:00Z", "2026-11-22T12:00:00Z")], { rang: 0, champ: "debut" }],
    ["un passage sans durée", [creneau("2026-11-25T08:00:00Z", "2026-11-25T08:00:00Z")], { rang: 0, champ: "fin" }],
    [
      "deux passages en même temps",
      [matin, creneau("2026-11-25T10:59:00Z", "2026-11-25T12:00:00Z")],
      { rang: 1, champ: "debut" },
    ],
  ])("refuse %s", (_cas, passages, attendu) => {
    expect(defautDuProgramme(passages, MAINTENANT)).toMatchObject(attendu);
  });
});
