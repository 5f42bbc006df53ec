import type {
  CompetenceDeDemonstration,
  ContratDeDemonstration,
  QualiteDeDemonstration,
  SituationDeDemonstration,
} from "@coordination/professionals";
import type { PersonneDemo } from "./fichier-rpps.ts";
import type { Hasard } from "./hasard.ts";
import { PERSONNES_NOMMEES } from "./personnes-nommees.ts";
import { SOURCE } from "./source.ts";
import { ID_MEDICOBUS, idDeStructure, VILLEURBANNE } from "./structures-nommees.ts";

const DEPUIS = "2024-09-01";
const MEDECIN = "10";
const GENERALISTES: ReadonlySet<string | null> = new Set(["SM26", "SM53", "SM54"]);
/** Where the médicobus of the demonstration stops. */
const ETAPE_DU_MEDICOBUS = "01443";

const commun = { depuis: DEPUIS, jusquA: null, source: SOURCE } as const;
const estGeneraliste = ({ profession, savoirFaire }: PersonneDemo) =>
  profession === MEDECIN && GENERALISTES.has(savoirFaire);
const estSpecialiste = ({ profession, savoirFaire }: PersonneDemo) =>
  profession === MEDECIN && !GENERALISTES.has(savoirFaire);

/** Draws what some people are besides their trade, and says it of the named ones. */
export function declarerQualites(personnes: readonly PersonneDemo[], hasard: Hasard): QualiteDeDemonstration[] {
  const { coordinatriceDac, generalisteMsp, secondeGeneralisteMsp, infirmiereMsp } = PERSONNES_NOMMEES;
  const tirees = personnes.flatMap((personne): QualiteDeDemonstration[] => {
    const { rpps } = personne;
    if (estGeneraliste(personne) && hasard.chance(0.12)) {
      return [{ rpps, code: "MAITRE_DE_STAGE", precision: "Université inventée de la Saône", ...commun }];
    }
    if (estGeneraliste(personne) && hasard.chance(0.02)) {
      return [{ rpps, code: "MEDECIN_CORRESPONDANT_SAMU", precision: "Secteur inventé", ...commun }];
    }
    if (estSpecialiste(personne) && hasard.chance(0.08)) {
      return [{ rpps, code: "EXPERT_TELEEXPERTISE", precision: null, ...commun }];
    }
    return [];
  });
  return [
    ...tirees,
    { rpps: coordinatriceDac.rpps, code: "COORDINATEUR_DAC", precision: null, ...commun },
    { rpps: generalisteMsp.rpps, code: "MAITRE_DE_STAGE", precision: "Université inventée de la Saône", ...commun },
    { rpps: secondeGeneralisteMsp.rpps, code: "COORDONNATEUR_MSP", precision: "MSP des Gratte-Ciel", ...commun },
    { rpps: infirmiereMsp.rpps, code: "ASALEE", precision: null, ...commun },
  ];
}

const COMPETENCES = ["spirométrie", "plaies complexes", "réhabilitation respiratoire", "échographie"] as const;

/** Draws trained skills. */
export const declarerCompetences = (personnes: readonly PersonneDemo[], hasard: Hasard): CompetenceDeDemonstration[] =>
  personnes
    .filter((personne) => ["10", "60", "70"].includes(personne.profession) && hasard.chance(0.06))
    .map(({ rpps }) => ({ rpps, libelle: hasard.parmi(COMPETENCES), ...commun }));

/** Draws contracts that help doctors to settle, or to consult elsewhere. */
export const declarerContrats = (personnes: readonly PersonneDemo[], hasard: Hasard): ContratDeDemonstration[] =>
  personnes
    .filter((personne) => personne.profession === MEDECIN && hasard.chance(0.05))
    .map((personne) => ({
      rpps: personne.rpps,
      code: estGeneraliste(personne) ? hasard.parmi(["CESP", "COSCOM", "CAIM"] as const) : "CSTM",
      zoneExigee: "Zone inventée pour la démonstration",
      ...commun,
    }));

const CONSULTATIONS_AVANCEES = 6;

/** A few specialists who also consult in the MSP, and a general practitioner aboard the médicobus. */
export function declarerSituations(personnes: readonly PersonneDemo[]): SituationDeDemonstration[] {
  const enMsp = personnes
    .filter(estSpecialiste)
    .slice(0, CONSULTATIONS_AVANCEES)
    .map(
      ({ rpps }): SituationDeDemonstration => ({
        rpps,
        structureId: idDeStructure("MSP_ELIGIBLE"),
        codeInsee: VILLEURBANNE,
        nature: "CONSULTATION_AVANCEE",
        modalites: ["SUR_SITE", "TELEEXPERTISE"],
        ...commun,
      }),
    );
  return [
    ...enMsp,
    {
      rpps: PERSONNES_NOMMEES.generalisteAssociation.rpps,
      structureId: ID_MEDICOBUS,
      codeInsee: ETAPE_DU_MEDICOBUS,
      nature: "SECONDAIRE",
      modalites: ["ALLER_VERS"],
      ...commun,
    },
  ];
}
