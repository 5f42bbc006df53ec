import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { DEPARTEMENTS_PARTICULIERS, heureLocale, instantDe, jourDe } from "./calendrier.ts";

describe("Le calendrier d'un département", () => {
  it.each([
    ["14 juillet", "69", "2026-07-14", "JOUR_FERIE"],
    ["lundi de Pâques", "69", "2026-04-06", "JOUR_FERIE"],
    ["vendredi saint en Moselle", "57", "2026-04-03", "JOUR_FERIE"],
    ["vendredi saint dans le Rhône", "69", "2026-04-03", "VENDREDI"],
    ["abolition de l'esclavage en Guyane", "973", "2026-06-10", "JOUR_FERIE"],
    ["le même jour en Guadeloupe", "971", "2026-06-10", "MERCREDI"],
  ])("dit le jour : %s", (_jour, departement, date, attendu) => {
    expect(jourDe(Temporal.PlainDate.from(date), departement)).toBe(attendu);
  });

  it.each(DEPARTEMENTS_PARTICULIERS)("dit l'heure du %s, et en revient", (departement) => {
    const instant = new Date("2026-11-23T12:34:00Z");
    expect(instantDe(heureLocale(instant, departement), departement)).toEqual(instant);
  });

  it("d'une heure sautée, dit la fin du saut ; d'une heure qui revient, la première fois", () => {
    expect(instantDe(Temporal.PlainDateTime.from("2026-03-29T02:30"), "69")).toEqual(new Date("2026-03-29T01:00:00Z"));
    expect(instantDe(Temporal.PlainDateTime.from("2026-10-25T02:30"), "69")).toEqual(new Date("2026-10-25T00:30:00Z"));
  });
});
