import { autourDeLAge, autourDesCriteres, type CasDeDelegation } from "./personne-de-cas.ts";

const CYSTITE =
  "+SYMPTOMES_RECENTS -FIEVRE -GROSSESSE -CYSTITE_15_JOURS -SIGNE_GYNECOLOGIQUE -ANOMALIE_URINAIRE -IMMUNODEPRESSION";
const ANGINE = "-VOYAGE_TROPICAL_RECENT -VACCIN_DIPHTERIE_ANCIEN -TROUBLES_DIGESTIFS_IMPORTANTS";
const LOMBALGIE = "-LOMBALGIE_PLUS_4_SEMAINES -DRAPEAU_ROUGE_LOMBALGIE";
const CHEVILLE = "+TRAUMATISME_RECENT -PLAIE -POLYTRAUMATISME -APPUI_IMPOSSIBLE_24_H";
const CARDIAQUE = "+INSUFFISANCE_CARDIAQUE_SUIVIE -GROSSESSE";

/** Les protocoles de coopération, nationaux et locaux. */
export const PROTOCOLES: readonly CasDeDelegation[] = [
  {
    code: "D01",
    acte: "ANGINE",
    toutJuste: { age: 6, criteres: ANGINE },
    verdict: "OUI",
    ecarts: [
      ["à 5 ans", { age: 5 }, "NON", "AGE"],
      ["à 45 ans", { age: 45 }, "OUI", "AGE"],
      ["à 46 ans, où les sources se contredisent", { age: 46 }, "INCONNU", "AGE_46_A_50_ANS"],
      ["à 51 ans", { age: 51 }, "NON", "AGE"],
      ...autourDesCriteres(ANGINE, {
        VOYAGE_TROPICAL_RECENT: "PAS_DE_VOYAGE_TROPICAL",
        VACCIN_DIPHTERIE_ANCIEN: "VACCIN_DIPHTERIE",
        TROUBLES_DIGESTIFS_IMPORTANTS: "TROUBLES_DIGESTIFS",
      }),
    ],
  },
  {
    code: "D02",
    acte: "CYSTITE",
    toutJuste: { age: 16, sexe: "FEMININ", criteres: CYSTITE },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("AGE", { min: 16, max: 65 }),
      ["pour un homme", { sexe: "MASCULIN" }, "NON", "FEMME"],
      ...autourDesCriteres(CYSTITE, {
        SYMPTOMES_RECENTS: "SYMPTOMES_RECENTS",
        FIEVRE: "SANS_FIEVRE",
        GROSSESSE: "SANS_GROSSESSE",
        CYSTITE_15_JOURS: "SANS_CYSTITE_RECENTE",
        SIGNE_GYNECOLOGIQUE: "SANS_SIGNE_GYNECOLOGIQUE",
        ANOMALIE_URINAIRE: "SANS_ANOMALIE_URINAIRE",
        IMMUNODEPRESSION: "SANS_IMMUNODEPRESSION",
      }),
    ],
  },
  {
    code: "D03",
    acte: "LOMBALGIE_AIGUE",
    toutJuste: { age: 20, criteres: LOMBALGIE },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("AGE", { min: 20, max: 55 }),
      ...autourDesCriteres(LOMBALGIE, {
        LOMBALGIE_PLUS_4_SEMAINES: "MOINS_DE_4_SEMAINES",
        DRAPEAU_ROUGE_LOMBALGIE: "SANS_DRAPEAU_ROUGE",
      }),
      ["la veille de l'arrêté", { le: "2020-03-08" }, "NON", "EN_VIGUEUR"],
    ],
  },
  {
    code: "D04",
    acte: "ENTORSE_CHEVILLE",
    toutJuste: { age: 18, criteres: CHEVILLE },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("AGE", { min: 18, max: 55 }),
      ...autourDesCriteres(CHEVILLE, {
        TRAUMATISME_RECENT: "TRAUMATISME_RECENT",
        PLAIE: "SANS_PLAIE",
        POLYTRAUMATISME: "SANS_POLYTRAUMATISME",
        APPUI_IMPOSSIBLE_24_H: "APPUI_POSSIBLE",
      }),
    ],
  },
  {
    code: "D05",
    acte: "RHINITE_ALLERGIQUE",
    toutJuste: { age: 15, criteres: "+RHINITE_DIAGNOSTIQUEE" },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("AGE", { min: 15, max: 50 }),
      ...autourDesCriteres("+RHINITE_DIAGNOSTIQUEE", { RHINITE_DIAGNOSTIQUEE: "DEJA_DIAGNOSTIQUEE" }),
    ],
  },
  {
    code: "D06",
    acte: "SUIVI_CHRONIQUE_ASALEE",
    toutJuste: { age: 60, criteres: "+MALADIE_CHRONIQUE_PATIENTELE" },
    verdict: "INCONNU",
    ecarts: [["hors de la patientèle", { criteres: "-MALADIE_CHRONIQUE_PATIENTELE" }, "NON", "PATIENTELE"]],
  },
  {
    code: "D07",
    acte: "SUIVI_INSUFFISANCE_CARDIAQUE",
    toutJuste: { age: 18, sexe: "FEMININ", criteres: CARDIAQUE },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("ADULTE", { min: 18 }),
      ...autourDesCriteres(CARDIAQUE, {
        INSUFFISANCE_CARDIAQUE_SUIVIE: "INSUFFISANCE_CARDIAQUE",
        GROSSESSE: "SANS_GROSSESSE",
      }),
      [
        "pour un homme dont on ne dit rien d'une grossesse",
        { sexe: "MASCULIN", criteres: "+INSUFFISANCE_CARDIAQUE_SUIVIE" },
        "OUI",
        "SANS_GROSSESSE",
      ],
    ],
  },
  {
    code: "D29",
    acte: "DETECTION_LESIONS_CUTANEES",
    toutJuste: { age: 40 },
    verdict: "INCONNU",
    ecarts: [["parce que le protocole n'a pas été lu", {}, "INCONNU", "PATIENTS_DU_PROTOCOLE"]],
  },
  {
    code: "D30",
    acte: "POSE_VOIE_VEINEUSE_CENTRALE",
    toutJuste: { age: 40 },
    verdict: "INCONNU",
    ecarts: [["avant le répertoire qui le fait connaître", { le: "2019-01-01" }, "INCONNU", "EN_VIGUEUR"]],
  },
  {
    code: "D32",
    acte: "VARICELLE_ENFANT",
    toutJuste: { ageMois: 12 },
    verdict: "OUI",
    ecarts: [
      ["à 11 mois", { ageMois: 11 }, "NON", "AGE"],
      ["à 13 ans", { ageMois: 156 }, "NON", "AGE"],
    ],
  },
];
