import { appliquer, type Regle, verdict } from "@coordination/rules";
import { SEUILS_MSP } from "../msp/financement-perenne.rule.ts";

/** What a region asks for a condition of a rule, in place of the national minimum. */
export interface SeuilRegional {
  readonly region: string;
  readonly regle: string;
  readonly condition: string;
  readonly minimum: number;
  readonly source: string;
}

/** The conditions that a region may make stricter, with their national minimum. */
const MINIMUMS_NATIONAUX: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  MSP_FINANCEMENT_PERENNE: SEUILS_MSP,
};

/** In words, for who proofreads: « `DEUX_MEDECINS` de `MSP_FINANCEMENT_PERENNE` (2) ». */
function conditionsChiffrees(): string {
  return Object.entries(MINIMUMS_NATIONAUX)
    .flatMap(([regle, seuils]) =>
      Object.entries(seuils).map(([condition, minimum]) => `\`${condition}\` de \`${regle}\` (${minimum})`),
    )
    .join(", ");
}

/** The national minimum of a condition, null when no region may change it. */
export const minimumNational = (regle: string, condition: string): number | null =>
  MINIMUMS_NATIONAUX[regle]?.[condition] ?? null;

type SeuilPropose = Omit<SeuilRegional, "region" | "source">;

export const seuilRegional: Regle<SeuilPropose> = {
  regle: "SEUIL_REGIONAL",
  intitule: "Une région peut fixer son propre seuil à une condition nationale quand :",
  source: "ARS, guide pour les élus : « ces exigences sont parfois plus élevées dans certaines régions »",
  relueLe: "2026-11-23",
  conditions: [
    {
      code: "CONDITION_CHIFFREE",
      libelle: `cette condition a un minimum national : ${conditionsChiffrees()}`,
      evaluer: ({ regle, condition }) => verdict(minimumNational(regle, condition) !== null),
    },
    {
      code: "PAS_MOINS",
      libelle: "le seuil n'est pas inférieur à ce minimum",
      evaluer: ({ regle, condition, minimum }) =>
        verdict(minimumNational(regle, condition), (national) => minimum >= national),
    },
  ],
};

/** True for a threshold that a region may set. */
export const estPlusExigeant = ({ regle, condition, minimum }: SeuilPropose): boolean =>
  appliquer(seuilRegional, { regle, condition, minimum }).verdict === "OUI";

/** The regional threshold of a condition, if any; one that would be looser than the national minimum never counts. */
export const seuilDe = (
  seuils: readonly SeuilRegional[],
  regle: string,
  condition: string,
): Pick<SeuilRegional, "minimum" | "source"> | null =>
  seuils.find((seuil) => seuil.regle === regle && seuil.condition === condition && estPlusExigeant(seuil)) ?? null;
