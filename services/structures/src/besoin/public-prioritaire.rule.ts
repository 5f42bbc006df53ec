import { conjuguer, type Verdict, verdict } from "@coordination/rules";
import type { PublicPrioritaire } from "../enums.type.ts";

/** Ce qu'il faut savoir d'une personne pour dire si elle est d'un public prioritaire. */
export interface Personne {
  readonly age: number | null;
  readonly sansMedecinTraitant: Verdict;
  readonly ald: Verdict;
  readonly isole: Verdict;
}

/** Ours to say: the sources name « personnes âgées » without an age; 65 is the bound of the DREES indicators. */
const AGE_DES_PERSONNES_AGEES = 65;
const MAJORITE = 18;

const EST_DU_PUBLIC: Readonly<Record<PublicPrioritaire, (personne: Personne) => Verdict>> = {
  ALD_SANS_MEDECIN_TRAITANT: ({ ald, sansMedecinTraitant }) => conjuguer([ald, sansMedecinTraitant]),
  PERSONNE_AGEE_ISOLEE: ({ age, isole }) =>
    conjuguer([verdict(age, (annees) => annees >= AGE_DES_PERSONNES_AGEES), isole]),
  SANS_MEDECIN_TRAITANT: ({ sansMedecinTraitant }) => sansMedecinTraitant,
  ENFANT: ({ age }) => verdict(age, (annees) => annees < MAJORITE),
  // The criteria of a need do not say it.
  PERSONNE_EN_SITUATION_DE_HANDICAP: () => "INCONNU",
};

/** The publics, among those of an offer, to whom this person is sure to belong. They rank it higher and exclude nobody. Source: S005. */
export const publicsDe = (personne: Personne, publics: readonly PublicPrioritaire[]): PublicPrioritaire[] =>
  publics.filter((unPublic) => EST_DU_PUBLIC[unPublic](personne) === "OUI");
