import { describe, expect, it } from "vitest";
import { criteresDuBesoin, medecin, msp, sources, vaccination } from "../../tests/exemples.ts";
import { element } from "../../tests/lecture-classement.ts";
import { classer } from "./classement.rule.ts";
import type { CandidatProfessionnelRecu, SourcesDuBesoin } from "./faits.ts";
import { SANS_MEMOIRE } from "./memoire.rule.ts";
import type { ReseauDuMedecin } from "./reseau.rule.ts";

/** A treating doctor of one MSP, whose one declared member is the colleague. */
const reseau: ReseauDuMedecin = {
  medecinId: "8-traitant",
  groupements: [{ nom: "MSP des Amandiers", appartenants: new Set(["MSP-1", "8-a"]) }],
};
const auLieu = (structure: string | null, ecart: Partial<CandidatProfessionnelRecu["situation"]> = {}) =>
  sources({
    professionnels: [
      medecin("a", {
        situation: {
          id: "a",
          profession: { code: "10" },
          professionnel: { id: "8-autre" },
          structure: structure === null ? null : { id: structure },
          ...ecart,
        },
      }),
    ],
  });
const TOUT = { ecartees: true, first: 100 };
const motifs = (recues: SourcesDuBesoin, id: string, connu: ReseauDuMedecin | null = reseau) =>
  element(classer(criteresDuBesoin, recues, TOUT, { ...SANS_MEMOIRE, reseau: connu }), id).motifs.filter(
    ({ code }) => code === "RESEAU_DU_MEDECIN_TRAITANT",
  );
const oui = [expect.objectContaining({ effet: "FAVORABLE", poids: 6, libelle: expect.stringContaining("Amandiers") })];
const juste = auLieu(null, { professionnel: { id: "8-a" } });

describe("Être de la même CPTS ou de la même maison de santé que le médecin traitant", () => {
  it.each<[string, SourcesDuBesoin, string]>([
    ["un professionnel qui y adhère, où qu'il exerce", juste, "a"],
    ["un professionnel qui y exerce, sans adhésion dite", auLieu("MSP-1"), "a"],
    ["la maison de santé elle-même", sources({ structures: [msp("MSP-1")] }), "MSP-1"],
    [
      "une équipe de protocole de cette maison",
      sources({
        possibilites: [
          { ...vaccination, equipes: [{ distanceKm: 1, equipe: { id: "e", structure: { id: "MSP-1" } } }] },
        ],
      }),
      "e",
    ],
  ])("compte pour %s", (_cas, recues, id) => {
    expect(motifs(recues, id)).toEqual(oui);
  });

  it.each<[string, SourcesDuBesoin, ReseauDuMedecin | null]>([
    ["aucun médecin traitant n'est connu", juste, null],
    ["rien n'est connu du médecin traitant", juste, { ...reseau, groupements: [] }],
    ["un autre que lui adhère", auLieu(null), reseau],
    ["son lieu d'exercice est un autre", auLieu("MSP-2"), reseau],
    ["son identité n'est pas venue", auLieu(null, { professionnel: null }), reseau],
    ["c'est le médecin traitant lui-même", auLieu("MSP-1", { professionnel: { id: "8-traitant" } }), reseau],
  ])("ne compte pas quand %s", (_cas, recues, connu) => {
    expect(motifs(recues, "a", connu)).toEqual([]);
  });

  it("compte une fois, en nommant tous les groupements communs", () => {
    const cpts = { nom: "CPTS des Vergers", appartenants: new Set(["8-a"]) };
    const [motif, ...autres] = motifs(juste, "a", { ...reseau, groupements: [cpts, ...reseau.groupements] });
    expect(autres).toEqual([]);
    expect(motif).toMatchObject({ poids: 6 });
    expect(motif?.libelle).toMatch(/ : CPTS des Vergers ; MSP des Amandiers$/);
  });
});
