import { describe, expect, it } from "vitest";
import { criteresDuBesoin, medecin, msp, pharmacien, sources, vaccinationTropJeune } from "../../tests/exemples.ts";
import { classerTout, element, ids } from "../../tests/lecture-classement.ts";
import type { CandidatProfessionnelRecu, CandidatStructureRecu } from "./faits.ts";

const sas = msp("sas", {
  structure: { id: "sas", type: "SAS" },
  complementaire: true,
  motifs: [{ code: "DERNIER_RECOURS", effet: "DEFAVORABLE", poids: 1 }],
});
const avec = (
  professionnels: readonly CandidatProfessionnelRecu[],
  structures: readonly CandidatStructureRecu[] = [],
  criteres = criteresDuBesoin,
) =>
  classerTout(
    sources({ professionnels, structures: [sas, ...structures], possibilites: [vaccinationTropJeune] }),
    criteres,
  );
const motif = (code: string) => ({ code, effet: "DEFAVORABLE" as const, poids: 1 });

describe("Le SAS", () => {
  it.each<[string, readonly CandidatProfessionnelRecu[], readonly CandidatStructureRecu[]]>([
    ["quand personne n'a été trouvé", [], []],
    ["quand le seul médecin répond trop tard", [medecin("a", { motifs: [motif("DELAI_TROP_LONG")] })], []],
    ["quand le seul médecin n'a plus de créneau", [medecin("a", { motifs: [motif("SANS_CRENEAU")] })], []],
    ["quand la seule réponse est écartée", [pharmacien("a")], []],
    ["quand il n'y a qu'un médicobus", [], [msp("bus", { complementaire: true })]],
  ])("est proposé %s, et vient le dernier", (_cas, professionnels, structures) => {
    const classement = avec(professionnels, structures);
    expect(element(classement, "sas").retenue).toBe(true);
    const retenus = classement.elements.filter(({ retenue }) => retenue);
    if (structures.length === 0) expect(retenus.at(-1)?.cible.id).toBe("sas");
  });

  it.each<[string, readonly CandidatProfessionnelRecu[], readonly CandidatStructureRecu[]]>([
    ["un médecin", [medecin("a")], []],
    ["une structure", [], [msp("m")]],
    [
      "un médecin à temps parmi d'autres en retard",
      [medecin("a", { motifs: [motif("DELAI_TROP_LONG")] }), medecin("b")],
      [],
    ],
  ])("est écarté dès que répond %s, et le dit", (_cas, professionnels, structures) => {
    const ecarte = element(avec(professionnels, structures), "sas");
    expect(ecarte.retenue).toBe(false);
    expect(ecarte.motifs.filter(({ effet }) => effet === "EXCLUANT").map(({ code }) => code)).toEqual([
      "OFFRE_DE_PROXIMITE",
    ]);
  });

  it("n'est jamais proposé pour une urgence vitale : c'est le 15", () => {
    expect(ids(avec([], [], { ...criteresDuBesoin, urgence: "VITALE" }))).toEqual([]);
  });
});
