import { registerEnumType } from "type-graphql";
import { ACQUISES_PAR, GESTES, NATURES, NIVEAUX_RELECTURE, OBJETS } from "./catalogue/fiche.schema.ts";
import type { QuiVerifie as QuiVerifieCondition } from "./eligibilite/qui-verifie.ts";

/** Builds the `{ A: "A" }` object that type-graphql wants from a list of words. */
const enumOf = <Word extends string>(words: readonly Word[]): { readonly [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W };

export const NatureDelegation = enumOf(NATURES);
export type NatureDelegation = keyof typeof NatureDelegation;
registerEnumType(NatureDelegation, {
  name: "NatureDelegation",
  description:
    "Ce qu'est le texte. Un protocole de coopération demande une équipe déclarée ; une compétence propre ou un accès direct, non.",
});

export const Geste = enumOf(GESTES);
export type Geste = keyof typeof Geste;
registerEnumType(Geste, { name: "Geste", description: "Ce que le professionnel fait dans un acte." });

export const ObjetCondition = enumOf(OBJETS);
export type ObjetCondition = keyof typeof ObjetCondition;
registerEnumType(ObjetCondition, { name: "ObjetCondition", description: "Sur quoi porte une condition d'un texte." });

export const NiveauRelecture = enumOf(NIVEAUX_RELECTURE);
export type NiveauRelecture = keyof typeof NiveauRelecture;
registerEnumType(NiveauRelecture, {
  name: "NiveauRelecture",
  description:
    "Sur quoi la fiche a été relue : le texte officiel, des sources concordantes, ou rien encore (elle n'atteint alors jamais OUI).",
});

export const AcquisePar = enumOf(ACQUISES_PAR);
export type AcquisePar = keyof typeof AcquisePar;
registerEnumType(AcquisePar, {
  name: "AcquisePar",
  description: "Ce qui remplit d'avance une condition : demander l'acte, ou avoir le diplôme de la profession.",
});

export const QuiVerifie = {
  APPRECIEE_D_AVANCE: "APPRECIEE_D_AVANCE",
  PROFESSIONNEL: "PROFESSIONNEL",
} as const satisfies {
  readonly [Qui in QuiVerifieCondition]: Qui;
};
registerEnumType(QuiVerifie, {
  name: "QuiVerifie",
  description: "Qui établit qu'une condition est remplie.",
  valuesConfig: {
    APPRECIEE_D_AVANCE: {
      description:
        "Jugée avant d'orienter : sur la personne, l'acte, le lieu et la date, ou sur ce que l'annuaire sait du professionnel.",
    },
    PROFESSIONNEL: {
      description:
        "Le professionnel seul la constate, au moment de l'acte : elle se lit, mais n'entre dans aucun verdict.",
    },
  },
});
