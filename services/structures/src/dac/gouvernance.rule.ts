import { type Regle, verdict } from "@coordination/rules";
import type { CollegeGouvernance } from "../enums.type.ts";

/** Les collèges déclarés d'un DAC. `null` : personne ne les a déclarés. */
export interface GouvernanceDac {
  readonly colleges: readonly CollegeGouvernance[] | null;
}

const represente = (college: CollegeGouvernance, code: string, qui: string) => ({
  code,
  libelle: `${qui} y est représenté`,
  evaluer: ({ colleges }: GouvernanceDac) => verdict(colleges, (declares) => declares.includes(college)),
  constat: ({ colleges }: GouvernanceDac) => (colleges === null ? "aucun collège déclaré" : null),
});

export const gouvernanceDac: Regle<GouvernanceDac> = {
  regle: "DAC_GOUVERNANCE",
  intitule: "La gouvernance d'un dispositif d'appui à la coordination est complète quand :",
  source:
    "ARS, guide pour les élus : « intégrer la représentation de l'ensemble des acteurs du secteur sanitaire, social et médico-social ainsi que les usagers »",
  relueLe: "2026-11-22",
  conditions: [
    represente("SANITAIRE", "COLLEGE_SANITAIRE", "le secteur sanitaire"),
    represente("SOCIAL", "COLLEGE_SOCIAL", "le secteur social"),
    represente("MEDICO_SOCIAL", "COLLEGE_MEDICO_SOCIAL", "le secteur médico-social"),
    represente("USAGERS", "COLLEGE_USAGERS", "le collège des usagers"),
  ],
};
