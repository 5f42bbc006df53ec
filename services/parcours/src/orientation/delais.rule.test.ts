import type { Urgence } from "@coordination/vocabulaire";
import { describe, expect, it } from "vitest";
import { echeancesDe } from "./delais.rule.ts";

const de = (urgence: Urgence, envoi: string, departement = "69") => echeancesDe(urgence, departement, new Date(envoi));

describe("Le délai de réponse", () => {
  it.each<[string, Urgence, string, string, string, string]>([
    ["sous 24 h", "SOUS_24_H", "69", "2026-11-21T22:00:00Z", "2026-11-22T00:00:00.000Z", "2026-11-22T02:00:00.000Z"],
    ["sous 72 h", "SOUS_72_H", "69", "2026-11-20T18:00:00Z", "2026-11-21T06:00:00.000Z", "2026-11-21T18:00:00.000Z"],
    [
      "sous 72 h, la nuit du passage à l'heure d'été",
      "SOUS_72_H",
      "69",
      "2026-03-28T18:00:00Z",
      "2026-03-29T06:00:00.000Z",
      "2026-03-29T18:00:00.000Z",
    ],
    [
      "sous 15 jours, dans la semaine",
      "SOUS_15_JOURS",
      "69",
      "2026-11-23T09:00:00Z",
      "2026-11-24T21:00:00.000Z",
      "2026-11-26T09:00:00.000Z",
    ],
    [
      "sous 15 jours, juste avant la fin de semaine",
      "SOUS_15_JOURS",
      "69",
      "2026-11-20T22:59:59Z",
      "2026-11-24T10:59:59.000Z",
      "2026-11-25T22:59:59.000Z",
    ],
    [
      "sous 15 jours, juste après : comme le lundi à minuit",
      "SOUS_15_JOURS",
      "69",
      "2026-11-20T23:00:00Z",
      "2026-11-24T11:00:00.000Z",
      "2026-11-25T23:00:00.000Z",
    ],
    [
      "sous 15 jours, par-dessus Noël",
      "SOUS_15_JOURS",
      "69",
      "2026-12-23T09:00:00Z",
      "2026-12-24T21:00:00.000Z",
      "2026-12-29T09:00:00.000Z",
    ],
    [
      "sous 15 jours, par-dessus Noël en Alsace, où le 26 aussi est férié",
      "SOUS_15_JOURS",
      "67",
      "2025-12-23T09:00:00Z",
      "2025-12-24T21:00:00.000Z",
      "2025-12-30T09:00:00.000Z",
    ],
    [
      "le même ailleurs",
      "SOUS_15_JOURS",
      "69",
      "2025-12-23T09:00:00Z",
      "2025-12-24T21:00:00.000Z",
      "2025-12-29T09:00:00.000Z",
    ],
    [
      "sous 15 jours, par-dessus le passage à l'heure d'hiver : la même heure au cadran",
      "SOUS_15_JOURS",
      "69",
      "2026-10-22T08:00:00Z",
      "2026-10-23T20:00:00.000Z",
      "2026-10-27T09:00:00.000Z",
    ],
    ["programmé", "PROGRAMMEE", "69", "2026-11-23T09:00:00Z", "2026-11-30T09:00:00.000Z", "2026-12-07T09:00:00.000Z"],
    [
      "à La Réunion, où il est déjà samedi",
      "SOUS_15_JOURS",
      "974",
      "2026-11-20T20:30:00Z",
      "2026-11-24T08:00:00.000Z",
      "2026-11-25T20:00:00.000Z",
    ],
  ])("%s", (_cas, urgence, departement, envoi, relancerLe, repondreAvant) => {
    expect(de(urgence, envoi, departement)).toEqual({ relancerLe, repondreAvant });
  });

  it("d'une urgence vitale n'existe pas : elle ne s'envoie pas", () => {
    expect(de("VITALE", "2026-11-23T09:00:00Z")).toBeNull();
  });
});
