import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heureLocale } from "./calendrier.ts";
import { ajouterJoursOuvres, estOuvre } from "./jours-ouvres.ts";

const ajouter = (depart: string, jours: number, departement = "69") =>
  ajouterJoursOuvres(new Date(depart), jours, departement).toISOString();

describe("Les jours ouvrés", () => {
  it.each([
    ["du lundi au jeudi", "2026-11-23T10:00:00+01:00", 3, "69", "2026-11-26T09:00:00.000Z"],
    ["par-dessus une fin de semaine", "2026-11-20T10:00:00+01:00", 1, "69", "2026-11-23T09:00:00.000Z"],
    ["depuis un samedi : dès lundi minuit", "2026-11-21T10:00:00+01:00", 1, "69", "2026-11-23T23:00:00.000Z"],
    ["depuis la dernière seconde du vendredi", "2026-11-20T23:59:59+01:00", 1, "69", "2026-11-23T22:59:59.000Z"],
    ["depuis la première du samedi", "2026-11-21T00:00:00+01:00", 1, "69", "2026-11-23T23:00:00.000Z"],
    ["par-dessus Noël, un vendredi", "2026-12-24T10:00:00+01:00", 1, "69", "2026-12-28T09:00:00.000Z"],
    ["vendredi saint à Strasbourg", "2026-04-02T10:00:00+02:00", 1, "67", "2026-04-07T08:00:00.000Z"],
    ["le même à Lyon", "2026-04-02T10:00:00+02:00", 1, "69", "2026-04-03T08:00:00.000Z"],
    ["abolition de l'esclavage en Martinique", "2026-05-21T10:00:00-04:00", 1, "972", "2026-05-26T14:00:00.000Z"],
    ["à l'heure d'été, la même heure au cadran", "2026-03-27T10:00:00+01:00", 1, "69", "2026-03-30T08:00:00.000Z"],
    ["à l'heure d'hiver aussi", "2026-10-23T10:00:00+02:00", 1, "69", "2026-10-26T09:00:00.000Z"],
    ["un jour et demi", "2026-11-23T10:00:00+01:00", 1.5, "69", "2026-11-24T21:00:00.000Z"],
    ["un demi-jour par-dessus la fin de semaine", "2026-11-20T18:00:00+01:00", 0.5, "69", "2026-11-23T05:00:00.000Z"],
    ["aucun jour, un jour ouvré", "2026-11-23T10:00:00+01:00", 0, "69", "2026-11-23T09:00:00.000Z"],
  ])("%s", (_quand, depart, jours, departement, attendu) => {
    expect(ajouter(depart, jours, departement)).toBe(attendu);
  });

  const instant = fc.date({ min: new Date("2024-01-01"), max: new Date("2031-01-01"), noInvalidDate: true });
  const lieu = fc.constantFrom("69", "67", "971", "972", "973", "974", "975", "976", "987", "988");

  it("tombent toujours un jour ouvré, et jamais avant le départ", () => {
    fc.assert(
      fc.property(instant, lieu, fc.integer({ min: 0, max: 24 }), (depart, departement, demis) => {
        const arrivee = ajouterJoursOuvres(depart, demis / 2, departement);
        expect(estOuvre(heureLocale(arrivee, departement).toPlainDate(), departement)).toBe(true);
        expect(arrivee.getTime()).toBeGreaterThanOrEqual(depart.getTime());
      }),
    );
  });

  it("s'ajoutent : autant d'un coup qu'en deux fois, et partir plus tard n'arrive jamais plus tôt", () => {
    fc.assert(
      fc.property(
        instant,
        fc.nat(200_000_000),
        lieu,
        fc.nat(12),
        fc.nat(12),
        (depart, ecart, departement, premiers, suivants) => {
          const entre = ajouterJoursOuvres(depart, premiers, departement);
          expect(ajouterJoursOuvres(entre, suivants, departement)).toEqual(
            ajouterJoursOuvres(depart, premiers + suivants, departement),
          );
          const apres = ajouterJoursOuvres(new Date(depart.getTime() + ecart), premiers, departement);
          expect(apres.getTime()).toBeGreaterThanOrEqual(entre.getTime());
        },
      ),
    );
  });
});
