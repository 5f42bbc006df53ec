import type { DisponibiliteDeDemonstration } from "@coordination/professionals";
import type { PersonneDemo } from "./fichier-rpps.ts";
import type { Hasard } from "./hasard.ts";
import { decaler } from "./jours.ts";
import { SOURCE } from "./source.ts";

/** Most people declare nothing, as in life: the five states stay apart, and silence is INCONNU. */
const PART_QUI_DECLARE = 0.35;
const PROFESSIONS_QUI_DECLARENT = new Set(["10", "60", "70", "50", "91"]);
const VALIDITE_JOURS = 14;
/** Some declarations are past their date, and must show as such. */
const PART_PERIMEE = 0.15;

/** Draws declared availabilities around `aujourdhui`. */
export function declarerDisponibilites(
  personnes: readonly PersonneDemo[],
  hasard: Hasard,
  aujourdhui: string,
): DisponibiliteDeDemonstration[] {
  return personnes
    .filter(
      ({ profession, coordination }) =>
        !coordination && PROFESSIONS_QUI_DECLARENT.has(profession) && hasard.chance(PART_QUI_DECLARE),
    )
    .map(({ rpps }) => {
      const etat = hasard.parmi([
        "CRENEAU_LIBRE",
        "CRENEAU_LIBRE",
        "SANS_CRENEAU",
        "AGENDA_NON_PARTAGE",
        "EVALUATION_NECESSAIRE",
      ] as const);
      const releve = decaler(aujourdhui, hasard.chance(PART_PERIMEE) ? -40 : -hasard.entier(10));
      return {
        rpps,
        structureId: null,
        etat,
        nouveauxPatients: hasard.parmi(["OUI", "OUI", "NON", "INCONNU"] as const),
        medecinTraitant: hasard.parmi(["OUI", "NON", "INCONNU"] as const),
        soinsNonProgrammes: hasard.parmi(["OUI", "NON", "INCONNU"] as const),
        delaiJours: etat === "CRENEAU_LIBRE" ? hasard.entier(12) : null,
        capacite: null,
        releveLe: `${releve}T09:00:00Z`,
        expireLe: `${decaler(releve, VALIDITE_JOURS)}T09:00:00Z`,
        source: SOURCE,
      };
    });
}
