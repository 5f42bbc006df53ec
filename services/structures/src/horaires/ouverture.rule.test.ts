import { describe, expect, it } from "vitest";
import type { Jour } from "../enums.type.ts";
import { type Horaires, ouverte, prochaineOuverture } from "./ouverture.rule.ts";

const plage = (jour: Jour, debut: string, fin: string) => ({ jour, debut, fin });
const SEMAINE: readonly Jour[] = ["LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI"];
const cabinet: Horaires = {
  departement: "69",
  fermeeLe: null,
  plages: SEMAINE.flatMap((jour) => [plage(jour, "08:30", "12:00"), plage(jour, "14:00", "19:00")]),
};
/** Open at night, from eight to eight: two slots a day, and public holidays said. */
const garde: Horaires = {
  departement: "69",
  fermeeLe: null,
  plages: ([...SEMAINE, "SAMEDI", "DIMANCHE", "JOUR_FERIE"] as const).flatMap((jour) => [
    plage(jour, "00:00", "08:00"),
    plage(jour, "20:00", "24:00"),
  ]),
};
const le = (horaires: Horaires, ecart: Partial<Horaires>, instant: string) =>
  ouverte({ ...horaires, ...ecart }, new Date(instant));

describe("Une structure ouverte du lundi au vendredi, de 8 h 30 à midi et de 14 h à 19 h", () => {
  // Monday 23 November 2026, in winter time.
  it.each([
    ["une minute avant l'ouverture", "2026-11-23T08:29:59+01:00", "NON"],
    ["à l'ouverture", "2026-11-23T08:30:00+01:00", "OUI"],
    ["à la dernière seconde de la matinée", "2026-11-23T11:59:59+01:00", "OUI"],
    ["à midi", "2026-11-23T12:00:00+01:00", "NON"],
    ["à la reprise", "2026-11-23T14:00:00+01:00", "OUI"],
    ["le samedi", "2026-11-21T10:00:00+01:00", "NON"],
    ["en été, à l'heure d'été", "2026-07-13T08:30:00+02:00", "OUI"],
    ["en été, à la même heure d'hiver", "2026-07-13T08:30:00+01:00", "OUI"],
    ["en été, une heure plus tôt", "2026-07-13T07:30:00+02:00", "NON"],
  ])("%s", (_quand, instant, attendu) => {
    expect(le(cabinet, {}, instant)).toBe(attendu);
  });

  it.each([
    ["un jour férié dont rien n'est dit, on ne sait pas", {}, "2026-07-14T10:00:00+02:00", "INCONNU"],
    ["sans horaires déclarés, on ne sait pas", { plages: [] }, "2026-11-23T10:00:00+01:00", "INCONNU"],
    ["sans lieu connu, on ne sait pas", { departement: null }, "2026-11-23T10:00:00+01:00", "INCONNU"],
    [
      "un jour férié suit ses propres plages",
      { plages: [...cabinet.plages, plage("JOUR_FERIE", "10:00", "11:00")] },
      "2026-07-14T10:59:00+02:00",
      "OUI",
    ],
    [
      "un jour férié ne suit pas celles de la semaine",
      { plages: [...cabinet.plages, plage("JOUR_FERIE", "10:00", "11:00")] },
      "2026-07-14T11:00:00+02:00",
      "NON",
    ],
  ] as const)("%s", (_situation, ecart, instant, attendu) => {
    expect(le(cabinet, ecart, instant)).toBe(attendu);
  });
});

describe("Une structure qui a fermé pour toujours le 24 novembre", () => {
  it.each([
    ["ouvre encore la veille", { departement: "69" }, "2026-11-23T10:00:00+01:00", "OUI"],
    [
      "n'ouvre plus ce jour-là, quoi que disent ses horaires",
      { departement: "69" },
      "2026-11-24T10:00:00+01:00",
      "NON",
    ],
    ["n'ouvre plus, même sans horaires déclarés", { plages: [] }, "2026-11-24T10:00:00+01:00", "NON"],
    ["ni sans lieu connu", { departement: null }, "2026-12-24T10:00:00+01:00", "NON"],
    ["n'ouvre plus à Nouméa, où c'est déjà le 24", { departement: "988" }, "2026-11-23T22:00:00Z", "NON"],
  ] as const)("%s", (_situation, ecart, instant, attendu) => {
    expect(le(cabinet, { fermeeLe: "2026-11-24", ...ecart }, instant)).toBe(attendu);
  });

  it("n'a plus de prochaine ouverture", () => {
    const prochaine = (instant: string) =>
      prochaineOuverture({ ...cabinet, fermeeLe: "2026-11-24" }, new Date(instant))?.toISOString() ?? null;
    expect(prochaine("2026-11-22T10:00:00Z")).toBe("2026-11-23T07:30:00.000Z");
    expect(prochaine("2026-11-23T19:00:00Z")).toBeNull();
  });
});

describe("Le calendrier du lieu", () => {
  it.each([
    ["vendredi saint 2026 à Strasbourg", "67", "2026-04-03T10:00:00+02:00", "INCONNU"],
    ["vendredi saint 2026 à Metz", "57", "2026-04-03T10:00:00+02:00", "INCONNU"],
    ["vendredi saint 2026 à Lyon", "69", "2026-04-03T10:00:00+02:00", "OUI"],
    ["lundi de Pâques 2026", "69", "2026-04-06T10:00:00+02:00", "INCONNU"],
    ["abolition de l'esclavage en Martinique", "972", "2026-05-22T10:00:00-04:00", "INCONNU"],
    ["le même jour en Guadeloupe", "971", "2026-05-22T10:00:00-04:00", "OUI"],
    ["abolition de l'esclavage à Mayotte", "976", "2026-04-27T10:00:00+03:00", "INCONNU"],
    ["abolition de l'esclavage en Guyane", "973", "2026-06-10T10:00:00-03:00", "INCONNU"],
    ["à La Réunion, il est 8 h 30 trois heures avant Paris", "974", "2026-11-23T05:30:00+01:00", "OUI"],
    ["à La Réunion, une minute plus tôt", "974", "2026-11-23T05:29:00+01:00", "NON"],
    ["en Martinique, l'heure ne change pas l'été", "972", "2026-07-13T12:30:00Z", "OUI"],
    ["en Martinique, une minute plus tôt", "972", "2026-07-13T12:29:00Z", "NON"],
    ["en Guyane, dimanche soir alors qu'il est lundi à Paris", "973", "2026-11-23T00:30:00+01:00", "NON"],
  ])("%s", (_lieu, departement, instant, attendu) => {
    expect(le(cabinet, { departement }, instant)).toBe(attendu);
  });
});

describe("Le passage à l'heure d'été et à l'heure d'hiver", () => {
  const entre = (debut: string, fin: string): Horaires => ({
    departement: "69",
    fermeeLe: null,
    plages: [plage("DIMANCHE", debut, fin)],
  });

  it.each([
    ["une heure qui n'existe pas n'ouvre rien", entre("02:15", "02:45"), "2026-03-29T01:30:00Z", "NON"],
    ["une plage qui enjambe le saut ouvre dès qu'il est passé", entre("02:30", "04:00"), "2026-03-29T01:00:00Z", "OUI"],
    ["et pas avant", entre("02:30", "04:00"), "2026-03-29T00:59:59Z", "NON"],
    ["une heure qui revient ouvre la première fois", entre("02:15", "02:45"), "2026-10-25T00:20:00Z", "OUI"],
    ["et la seconde", entre("02:15", "02:45"), "2026-10-25T01:20:00Z", "OUI"],
    ["entre les deux elle est fermée", entre("02:15", "02:45"), "2026-10-25T01:00:00Z", "NON"],
  ])("%s", (_situation, horaires, instant, attendu) => {
    expect(ouverte(horaires, new Date(instant))).toBe(attendu);
  });
});

describe("La prochaine ouverture", () => {
  it.each([
    [
      "d'un cabinet fermé pour midi est celle de l'après-midi",
      cabinet,
      "2026-11-23T12:30:00+01:00",
      "2026-11-23T13:00:00Z",
    ],
    ["d'un cabinet ouvert est la suivante", cabinet, "2026-11-23T09:00:00+01:00", "2026-11-23T13:00:00Z"],
    ["à l'instant de l'ouverture est la suivante", cabinet, "2026-11-23T08:30:00+01:00", "2026-11-23T13:00:00Z"],
    ["du vendredi soir est le lundi", cabinet, "2026-11-20T19:00:00+01:00", "2026-11-23T07:30:00Z"],
    ["saute un jour férié dont rien n'est dit", cabinet, "2026-07-13T20:00:00+02:00", "2026-07-15T06:30:00Z"],
    ["d'une garde ouverte la nuit n'est pas minuit", garde, "2026-11-23T21:00:00+01:00", "2026-11-24T19:00:00Z"],
    [
      "d'un lieu ouvert les seuls jours fériés est le prochain",
      { departement: "69", fermeeLe: null, plages: [plage("JOUR_FERIE", "09:00", "12:00")] },
      "2026-11-23T12:00:00+01:00",
      "2026-12-25T08:00:00Z",
    ],
    [
      "qui tombe dans l'heure sautée est la fin du saut",
      { departement: "69", fermeeLe: null, plages: [plage("DIMANCHE", "02:30", "04:00")] },
      "2026-03-28T12:00:00+01:00",
      "2026-03-29T01:00:00Z",
    ],
    [
      "d'une plage que le saut efface est celle de la semaine suivante",
      { departement: "69", fermeeLe: null, plages: [plage("DIMANCHE", "02:15", "02:45")] },
      "2026-03-28T12:00:00+01:00",
      "2026-04-05T00:15:00Z",
    ],
  ] as const)("%s", (_situation, horaires, instant, attendue) => {
    expect(prochaineOuverture(horaires, new Date(instant))).toEqual(new Date(attendue));
  });

  it.each([
    ["sans horaires", { ...cabinet, plages: [] }],
    ["sans lieu connu", { ...cabinet, departement: null }],
    [
      "d'un lieu qui ne ferme jamais",
      {
        departement: "69",
        fermeeLe: null,
        plages: garde.plages.flatMap(({ jour }) => [plage(jour, "00:00", "24:00")]),
      },
    ],
  ])("%s n'est pas connue", (_situation, horaires) => {
    expect(prochaineOuverture(horaires, new Date("2026-11-23T12:00:00Z"))).toBeNull();
  });
});
