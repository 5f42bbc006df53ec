import { appliquer, type Condition, type Regle, type Verdict, verdict } from "@coordination/rules";
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

const EN_ALD: Condition<Personne> = {
  code: "EN_ALD",
  libelle: "elle est en affection de longue durée",
  evaluer: ({ ald }) => ald,
};
const SANS_MEDECIN_TRAITANT: Condition<Personne> = {
  code: "SANS_MEDECIN_TRAITANT",
  libelle: "elle n'a pas de médecin traitant",
  evaluer: ({ sansMedecinTraitant }) => sansMedecinTraitant,
};
const AGEE: Condition<Personne> = {
  code: "AGEE",
  libelle: `elle a ${AGE_DES_PERSONNES_AGEES} ans au moins (l'âge est notre lecture : la source n'en donne pas)`,
  evaluer: ({ age }) => verdict(age, (annees) => annees >= AGE_DES_PERSONNES_AGEES),
};
const ISOLEE: Condition<Personne> = { code: "ISOLEE", libelle: "elle est isolée", evaluer: ({ isole }) => isole };
const MINEURE: Condition<Personne> = {
  code: "MINEURE",
  libelle: `elle a moins de ${MAJORITE} ans`,
  evaluer: ({ age }) => verdict(age, (annees) => annees < MAJORITE),
};
const HANDICAP: Condition<Personne> = {
  code: "HANDICAP",
  libelle: "elle est en situation de handicap, ce que les critères d'un besoin ne disent pas : toujours INCONNU",
  evaluer: () => "INCONNU",
};

const DOCUMENT_DE_L_ARS = "ARS Auvergne-Rhône-Alpes, « Faciliter l'accès aux soins en Auvergne-Rhône-Alpes »";
const PRIORITE = `${DOCUMENT_DE_L_ARS} : « la priorité est donnée aux personnes en Affection de longue durée (ALD) sans médecin traitant et aux personnes âgées isolées » ; elle élève une proposition, et n'en exclut personne`;
const DECLARE =
  "mot de l'annuaire, pour une offre qui le déclare ; elle élève une proposition, et n'en exclut personne";

const dePublic = (
  code: PublicPrioritaire,
  qui: string,
  source: string,
  ...conditions: Condition<Personne>[]
): Regle<Personne> => ({
  regle: `PUBLIC_${code}`,
  intitule: `Une personne est du public prioritaire « ${qui} » d'une offre quand :`,
  source,
  relueLe: "2026-11-23",
  conditions,
});

/** What makes a person one of each public. */
const PUBLICS: Readonly<Record<PublicPrioritaire, Regle<Personne>>> = {
  ALD_SANS_MEDECIN_TRAITANT: dePublic(
    "ALD_SANS_MEDECIN_TRAITANT",
    "ALD sans médecin traitant",
    PRIORITE,
    EN_ALD,
    SANS_MEDECIN_TRAITANT,
  ),
  PERSONNE_AGEE_ISOLEE: dePublic("PERSONNE_AGEE_ISOLEE", "personnes âgées isolées", PRIORITE, AGEE, ISOLEE),
  SANS_MEDECIN_TRAITANT: dePublic(
    "SANS_MEDECIN_TRAITANT",
    "personnes sans médecin traitant",
    `${DOCUMENT_DE_L_ARS} : « aux populations sans médecin traitant » ; elle élève une proposition, et n'en exclut personne`,
    SANS_MEDECIN_TRAITANT,
  ),
  ENFANT: dePublic("ENFANT", "enfants", DECLARE, MINEURE),
  PERSONNE_EN_SITUATION_DE_HANDICAP: dePublic(
    "PERSONNE_EN_SITUATION_DE_HANDICAP",
    "personnes en situation de handicap",
    DECLARE,
    HANDICAP,
  ),
};

export const reglesDesPublics: readonly Regle<Personne>[] = Object.values(PUBLICS);

/** The publics, among those of an offer, to whom this person is sure to belong. They rank it higher and exclude nobody. */
export const publicsDe = (personne: Personne, publics: readonly PublicPrioritaire[]): PublicPrioritaire[] =>
  publics.filter((unPublic) => appliquer(PUBLICS[unPublic], personne).verdict === "OUI");
