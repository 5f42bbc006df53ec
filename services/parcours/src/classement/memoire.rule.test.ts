import { describe, expect, it } from "vitest";
import { criteresDuBesoin, medecin, msp, sources } from "../../tests/exemples.ts";
import { element } from "../../tests/lecture-classement.ts";
import { classer } from "./classement.rule.ts";
import { type MemoireDUneCible, type MemoireDuClassement, SANS_MEMOIRE } from "./memoire.rule.ts";

const MAINTENANT = new Date("2026-11-22T12:00:00Z");
const ilYA = (jours: number, ms = 0): string => new Date(MAINTENANT.getTime() - jours * 86_400_000 + ms).toISOString();
const neutre: MemoireDUneCible = {
  capaciteLe: null,
  horsCompetence: false,
  horsTerritoire: false,
  closes: 0,
  acceptees: 0,
  delaiMedianHeures: null,
};
function juger(faits: Partial<MemoireDUneCible>, ecart: Partial<MemoireDuClassement> = {}) {
  const memoire: MemoireDuClassement = {
    ...SANS_MEMOIRE,
    maintenant: MAINTENANT,
    parCible: new Map([["SITUATION:a", { ...neutre, ...faits }]]),
    litLaReactivite: () => true,
    ...ecart,
  };
  const recues = sources({ professionnels: [medecin("a")], structures: [msp("m")] });
  return classer(criteresDuBesoin, recues, { ecartees: true, first: 100 }, memoire);
}
const motifsDe = (faits: Partial<MemoireDUneCible>, ecart: Partial<MemoireDuClassement> = {}, id = "a") =>
  element(juger(faits, ecart), id).motifs.filter(({ code }) => /CAPACITE|HORS_|CERCLE|REACTIVITE/.test(code));

describe("Les conséquences d'un refus", () => {
  it.each<[string, Partial<MemoireDUneCible>, string[]]>([
    ["rien n'a été refusé", {}, []],
    ["faute de place, à l'instant", { capaciteLe: ilYA(0) }, ["CAPACITE_ATTEINTE"]],
    ["faute de place, il y a presque 60 jours", { capaciteLe: ilYA(60, 1) }, ["CAPACITE_ATTEINTE"]],
    ["faute de place, il y a 60 jours", { capaciteLe: ilYA(60) }, []],
    ["hors de sa compétence pour cet acte", { horsCompetence: true }, ["HORS_COMPETENCE"]],
    ["hors de son territoire pour cette commune", { horsTerritoire: true }, ["HORS_TERRITOIRE"]],
  ])("%s", (_cas, faits, attendus) => {
    const classe = element(juger(faits), "a");
    expect(motifsDe(faits).map(({ code }) => code)).toEqual(attendus);
    expect(classe.retenue).toBe(attendus.length === 0);
  });
});

describe("La réactivité", () => {
  const cinq = { closes: 5, acceptees: 5, delaiMedianHeures: 0 };
  const poids = (faits: Partial<MemoireDUneCible>, ecart: Partial<MemoireDuClassement> = {}) =>
    motifsDe(faits, ecart).find(({ code }) => code === "REACTIVITE")?.poids ?? null;

  it.each<[string, Partial<MemoireDUneCible>, number | null]>([
    ["quatre closes : on ne sait pas", { ...cinq, closes: 4, acceptees: 4 }, null],
    ["cinq closes, toutes acceptées aussitôt : tout le poids", cinq, 10],
    ["toutes acceptées, en 48 heures : la moitié", { ...cinq, delaiMedianHeures: 48 }, 5],
    ["deux sur cinq, aussitôt", { ...cinq, acceptees: 2 }, 4],
    ["aucune acceptée : rien", { ...cinq, acceptees: 0 }, 0],
  ])("%s", (_cas, faits, attendu) => {
    expect(poids(faits)).toBe(attendu);
  });

  it("ne compte pas, et ne se devine pas au score, pour qui ne peut pas la lire", () => {
    const sansDroit = { litLaReactivite: () => false };
    expect(poids(cinq, sansDroit)).toBeNull();
    expect(element(juger(cinq, sansDroit), "a").score).toBe(element(juger({}, sansDroit), "a").score);
  });
});

describe("Qui suit déjà la personne", () => {
  it("vient plus haut, par lui-même ou par sa structure", () => {
    const cercle = { cercle: new Set(["8-a", "m"]) };
    for (const id of ["a", "m"]) {
      expect(motifsDe({}, cercle, id)).toEqual([expect.objectContaining({ code: "DEJA_AU_CERCLE", poids: 15 })]);
    }
    expect(motifsDe({}, { cercle: new Set(["8-b"]) })).toEqual([]);
  });
});
