import { type Regle, verdict } from "@coordination/rules";
import type { TypeStructure } from "@coordination/vocabulaire";

/** Qui a signé l'accord d'une structure, avec elle. */
export interface SignatairesAci {
  readonly type: TypeStructure;
  readonly cpam: string;
  readonly ars: string | null;
}

export const signatairesAci: Regle<SignatairesAci> = {
  regle: "ACI_SIGNATAIRES",
  intitule: "Un accord conventionnel interprofessionnel peut être enregistré quand :",
  source:
    "ARS, guide pour les élus : l'accord d'une CPTS est signé avec la CPAM et l'agence régionale de santé (ARS) référentes",
  relueLe: "2026-11-22",
  conditions: [
    {
      code: "CPAM",
      libelle: "la CPAM l'a signé",
      evaluer: ({ cpam }) => verdict(cpam.trim() !== ""),
    },
    {
      code: "ARS_POUR_UNE_CPTS",
      libelle: "l'ARS l'a signé aussi, quand c'est celui d'une CPTS",
      evaluer: ({ type, ars }) => verdict(type !== "CPTS" || (ars ?? "").trim() !== ""),
    },
  ],
};
