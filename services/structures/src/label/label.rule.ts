import { appliquer, type Regle, type Verdict, verdict } from "@coordination/rules";
import type { Label } from "../enums.type.ts";

/** The latest decision on one label of a structure. */
export interface LabelDecide {
  readonly label: Label;
  readonly decision: Verdict;
  readonly expireLe: string | null;
}

/** Ce que la règle doit savoir d'un label : la dernière décision, un jour donné. */
interface DecisionDuJour {
  readonly decision: Verdict;
  readonly expireLe: string | null;
  readonly jour: string;
}

export const labelTenu: Regle<DecisionDuJour> = {
  regle: "LABEL_TENU",
  intitule: "Une structure a un label (universitaire, cabinet de montagne), un jour donné, quand :",
  source:
    "ARS Auvergne-Rhône-Alpes, dossier de presse du 20/02/2018 : « promeut les maisons et centres de santé universitaires » ; « 41 cabinets médicaux » de montagne labellisés ; qu'une décision est datée et peut expirer est notre lecture",
  relueLe: "2026-11-23",
  conditions: [
    {
      code: "ACCORDE",
      libelle: "la dernière décision de l'agence le lui accorde",
      evaluer: ({ decision }) => decision,
    },
    {
      code: "EN_COURS",
      libelle: "cette décision n'a pas expiré ; son dernier jour compte",
      evaluer: ({ expireLe, jour }) => verdict(expireLe === null || expireLe >= jour),
    },
  ],
};

/** Whether a structure holds a label on that day: INCONNU when nobody decided, NON when refused or over. */
export function aLeLabel(label: Label, decisions: readonly LabelDecide[], jour: string): Verdict {
  const { decision, expireLe } = decisions.find((une) => une.label === label) ?? {
    decision: "INCONNU",
    expireLe: null,
  };
  return appliquer(labelTenu, { decision, expireLe, jour }).verdict;
}
