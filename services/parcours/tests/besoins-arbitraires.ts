import { TypeStructure, Verdict } from "@coordination/vocabulaire";
import fc from "fast-check";
import type {
  CandidatProfessionnelRecu,
  CandidatStructureRecu,
  PossibiliteRecue,
  SourcesDuBesoin,
} from "../src/classement/faits.ts";

const verdicts = fc.constantFrom(...Object.values(Verdict));
const distances = fc.option(fc.double({ min: 0, max: 200, noNaN: true }), { nil: null });
const motifs = fc.array(
  fc.record({
    code: fc.constantFrom(
      "INCONNU_ICI",
      "PUBLIC_PRIORITAIRE",
      "POSITION_APPROCHEE",
      "TYPE_DEMANDE",
      "CIBLE_NON_SOIGNANTE",
      "A_CONFIRMER",
      "DELEGATION_NON",
    ),
    effet: fc.constantFrom("FAVORABLE" as const, "DEFAVORABLE" as const, "EXCLUANT" as const),
    poids: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 2 },
);
const idsDePossibilite = fc.constantFrom("p1", "p2", "p3");

/** Where the activities are: an activity has one place, or none that is known. */
export const LIEU_DE_LA_SITUATION: Readonly<Record<string, string>> = { a: "lieu-1", b: "lieu-1", c: "lieu-2" };

const professionnels: fc.Arbitrary<CandidatProfessionnelRecu> = fc.record({
  situation: fc
    .record({
      id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      profession: fc.constantFrom({ code: "10" }, { code: "21" }, { code: "60" }),
    })
    .map((situation) => {
      const lieu = LIEU_DE_LA_SITUATION[situation.id];
      return { ...situation, structure: lieu === undefined ? null : { id: lieu } };
    }),
  possibilite: fc.option(idsDePossibilite, { nil: null }),
  eligibilite: fc.option(fc.record({ verdict: verdicts }), { nil: null }),
  retenu: fc.boolean(),
  distanceKm: distances,
  motifs,
});

const structures: fc.Arbitrary<CandidatStructureRecu> = fc.record({
  structure: fc.record({ id: fc.uuid(), type: fc.constantFrom(...Object.values(TypeStructure)) }),
  retenu: fc.boolean(),
  distanceKm: distances,
  complementaire: fc.boolean(),
  motifs,
});

const possibilites: fc.Arbitrary<PossibiliteRecue> = fc.record({
  id: idsDePossibilite,
  eligibilite: fc.record({
    verdict: verdicts,
    intitule: fc.constant("Vaccination : permise quand"),
    conditions: fc.array(
      fc.record({ libelle: fc.constantFrom("âge", "période"), verdict: verdicts, constat: fc.constant(null) }),
      { maxLength: 2 },
    ),
  }),
  equipes: fc.array(
    fc.record({
      distanceKm: fc.double({ min: 0, max: 50, noNaN: true }),
      equipe: fc.record({ id: fc.constantFrom("e1", "e2") }),
    }),
    {
      maxLength: 2,
    },
  ),
});

/** Whatever the directory may answer, a silent source included. */
export const besoins: fc.Arbitrary<SourcesDuBesoin> = fc.record({
  professionnels: fc.option(
    fc.record({ elements: fc.array(professionnels, { maxLength: 15 }), tronque: fc.boolean() }),
    { nil: null },
  ),
  structures: fc.option(fc.record({ elements: fc.array(structures, { maxLength: 10 }), tronque: fc.boolean() }), {
    nil: null,
  }),
  possibilites: fc.option(fc.uniqueArray(possibilites, { selector: ({ id }) => id, maxLength: 3 }), { nil: null }),
});

/** An answer, and the same candidates in another order. */
export const melanges = besoins.chain((sources) =>
  fc.record({
    sources: fc.constant(sources),
    professionnels: permutation(sources.professionnels?.elements),
    structures: permutation(sources.structures?.elements),
  }),
);

function permutation<Valeur>(valeurs: readonly Valeur[] | null | undefined): fc.Arbitrary<Valeur[]> {
  const toutes = [...(valeurs ?? [])];
  return fc.shuffledSubarray(toutes, { minLength: toutes.length });
}

/** The same candidates with nothing that sets them aside. */
export function sansCauseDExclusion({
  professionnels: recus,
  structures: recues,
  possibilites: permises,
}: SourcesDuBesoin): SourcesDuBesoin {
  const libre = { retenu: true, motifs: [] };
  const toutes = ["p1", "p2", "p3"].map((id) => ({
    id,
    equipes: permises?.find((possibilite) => possibilite.id === id)?.equipes ?? [],
    eligibilite: { verdict: "OUI" as const, intitule: "Vaccination : permise quand", conditions: [] },
  }));
  return {
    professionnels: recus && {
      ...recus,
      elements: recus.elements.map((candidat) => ({ ...candidat, ...libre, eligibilite: null })),
    },
    structures: recues && { ...recues, elements: recues.elements.map((candidat) => ({ ...candidat, ...libre })) },
    possibilites: toutes,
  };
}
