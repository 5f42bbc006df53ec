import type { HabilitationDeDemonstration } from "@coordination/professionals";
import type { PersonneDemo } from "./fichier-rpps.ts";
import type { Hasard } from "./hasard.ts";
import { SOURCE } from "./source.ts";

/** Who declares a training to vaccination; the others stay "à confirmer". */
const PART_DECLAREE: Readonly<Record<string, number>> = { "21": 0.6, "60": 0.3 };
const VACCINATION = ["VACCINATION_DECLAREE_ORDRE", "VACCINATION_ADMINISTRATION", "VACCINATION_PRESCRIPTION"];

/** Draws declared trainings of pharmacists and nurses. */
export const declarerHabilitations = (
  personnes: readonly PersonneDemo[],
  hasard: Hasard,
): HabilitationDeDemonstration[] =>
  personnes
    .filter(({ profession, coordination }) => !coordination && hasard.chance(PART_DECLAREE[profession] ?? 0))
    .flatMap(({ rpps }) =>
      VACCINATION.map((code) => ({
        rpps,
        code,
        depuis: "2024-01-15",
        jusquA: null,
        organisme: "Organisme inventé",
        source: SOURCE,
      })),
    );
