import { autourDeLAge, autourDesCriteres, type CasDeDelegation } from "./personne-de-cas.ts";

const TROD_ANGINE =
  "-FIEVRE_PLUS_39_5 -GROSSESSE -IMMUNODEPRESSION -ANTIBIOTIQUE_EN_COURS -ANGINE_15_JOURS -SIGNE_COMPLICATION_ANGINE -VOYAGE_TROPICAL_RECENT -TROUBLES_DIGESTIFS_IMPORTANTS";
const TROD_CYSTITE =
  "+SYMPTOMES_RECENTS -TEMPERATURE_HORS_36_38 -SIGNE_PYELONEPHRITE -GROSSESSE -CYSTITE_15_JOURS -CYSTITES_REPETEES";
const BILAN =
  "-PORTEUR_LUNETTES -PORTEUR_LENTILLES -CONTRE_INDICATION_ORTHOPTIE -BAISSE_VISION_BRUTALE -FORTE_CORRECTION";
const EXPIREE = "+TRAITEMENT_CHRONIQUE +ORDONNANCE_RENOUVELABLE_EXPIREE +PRESCRIPTION_3_MOIS -DEJA_PROLONGEE_3_MOIS";
const ERGOTHERAPIE = "+PRESCRIPTION_NOMBRE_SEANCES -DEJA_RENOUVELEE -OPPOSITION_PRESCRIPTEUR";
const DECES = "-DECES_LIEU_PUBLIC -MORT_VIOLENTE";
const COLORECTAL = "-SYMPTOME_COLORECTAL -TEST_COLORECTAL_2_ANS";
const PILULE = "+ORDONNANCE_1_AN -CONTRACEPTIF_PROLONGE_6_MOIS";

/** Les compétences propres et leurs limites. */
export const COMPETENCES: readonly CasDeDelegation[] = [
  {
    code: "D08",
    acte: "ANGINE",
    toutJuste: { age: 10, sexe: "FEMININ", criteres: TROD_ANGINE },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("AGE_MINIMUM", { min: 10 }),
      ...autourDesCriteres(TROD_ANGINE, {
        FIEVRE_PLUS_39_5: "TEMPERATURE",
        GROSSESSE: "SANS_GROSSESSE",
        IMMUNODEPRESSION: "SANS_IMMUNODEPRESSION",
        ANTIBIOTIQUE_EN_COURS: "SANS_ANTIBIOTIQUE",
        ANGINE_15_JOURS: "SANS_EPISODE_RECENT",
        SIGNE_COMPLICATION_ANGINE: "SANS_COMPLICATION",
      }),
    ],
  },
  {
    code: "D09",
    acte: "CYSTITE",
    toutJuste: { age: 16, sexe: "FEMININ", criteres: TROD_CYSTITE },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("AGE", { min: 16, max: 65 }),
      ...autourDesCriteres(TROD_CYSTITE, {
        SYMPTOMES_RECENTS: "SYMPTOMES_RECENTS",
        TEMPERATURE_HORS_36_38: "TEMPERATURE",
        SIGNE_PYELONEPHRITE: "SANS_SIGNE_DE_PYELONEPHRITE",
        GROSSESSE: "SANS_GROSSESSE",
        CYSTITE_15_JOURS: "SANS_CYSTITE_RECENTE",
        CYSTITES_REPETEES: "TROIS_EPISODES_AU_PLUS",
      }),
    ],
  },
  ...["D10", "D11", "D13"].map(
    (code): CasDeDelegation => ({
      code,
      acte: "VACCINATION_GRIPPE",
      toutJuste: { age: 11 },
      verdict: "OUI",
      ecarts: [
        ...autourDeLAge("AGE_MINIMUM", { min: 11 }),
        ["la veille du texte", { le: "2023-08-09" }, "NON", "EN_VIGUEUR"],
        ["le premier jour", { le: "2023-08-10" }, "OUI", "EN_VIGUEUR"],
      ],
    }),
  ),
  {
    code: "D10",
    acte: "VACCINATION_CALENDRIER",
    toutJuste: { age: 11, criteres: "-VACCIN_VIVANT_ATTENUE" },
    verdict: "OUI",
    ecarts: [
      [
        "pour un vaccin vivant chez un immunodéprimé, qu'il peut peut-être encore faire",
        { criteres: "+VACCIN_VIVANT_ATTENUE +IMMUNODEPRESSION" },
        "INCONNU",
        "VACCIN_VIVANT",
      ],
    ],
  },
  {
    code: "D12",
    acte: "VACCINATION_CALENDRIER",
    toutJuste: { age: 0, criteres: "+VACCIN_RECOMMANDE -VACCIN_VIVANT_ATTENUE" },
    verdict: "OUI",
    ecarts: autourDesCriteres("+VACCIN_RECOMMANDE -VACCIN_VIVANT_ATTENUE", { VACCIN_RECOMMANDE: "VACCIN_RECOMMANDE" }),
  },
  {
    code: "D14",
    acte: "SUIVI_PHARMACIEN_CORRESPONDANT",
    toutJuste: { criteres: "+PHARMACIEN_CORRESPONDANT_DESIGNE +ORDONNANCE_AUTORISE_RENOUVELLEMENT" },
    verdict: "OUI",
    ecarts: autourDesCriteres("+PHARMACIEN_CORRESPONDANT_DESIGNE +ORDONNANCE_AUTORISE_RENOUVELLEMENT", {
      PHARMACIEN_CORRESPONDANT_DESIGNE: "DESIGNE",
      ORDONNANCE_AUTORISE_RENOUVELLEMENT: "ORDONNANCE",
    }),
  },
  {
    code: "D15",
    acte: "BILAN_VISUEL",
    toutJuste: { age: 16, criteres: BILAN },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("AGE", { min: 16, max: 42 }),
      [
        "qui porte des lunettes sans bilan récent connu",
        { criteres: BILAN.replace("-PORTEUR_LUNETTES", "+PORTEUR_LUNETTES") },
        "INCONNU",
        "PORTEUR_DE_LUNETTES",
      ],
      ...autourDesCriteres(BILAN, {
        CONTRE_INDICATION_ORTHOPTIE: "SANS_CONTRE_INDICATION",
        BAISSE_VISION_BRUTALE: "SANS_BAISSE_BRUTALE",
        FORTE_CORRECTION: "FAIBLE_CORRECTION",
      }),
    ],
  },
  ...["D16", "D18"].flatMap((code): CasDeDelegation[] => [
    {
      code,
      acte: "RENOUVELLEMENT_LUNETTES",
      toutJuste: { age: 42, criteres: "+ORDONNANCE_5_ANS -OPPOSITION_PRESCRIPTEUR" },
      verdict: "OUI",
      ecarts: [
        ["à 43 ans, où l'ordonnance doit avoir moins de 3 ans", { age: 43 }, "INCONNU", "LUNETTES_APRES_42_ANS"],
        [
          "à 15 ans, avec une ordonnance trop vieille",
          { age: 15, criteres: "-ORDONNANCE_1_AN -OPPOSITION_PRESCRIPTEUR" },
          "NON",
          "LUNETTES_AVANT_16_ANS",
        ],
        [
          "malgré l'opposition du médecin",
          { criteres: "+ORDONNANCE_5_ANS +OPPOSITION_PRESCRIPTEUR" },
          "NON",
          "SANS_OPPOSITION",
        ],
      ],
    },
    {
      code,
      acte: "RENOUVELLEMENT_LENTILLES",
      toutJuste: { age: 16, criteres: "+ORDONNANCE_3_ANS -OPPOSITION_PRESCRIPTEUR" },
      verdict: "OUI",
      ecarts: [
        ["à 15 ans, où l'ordonnance doit avoir moins de 1 an", { age: 15 }, "INCONNU", "LENTILLES_AVANT_16_ANS"],
      ],
    },
  ]),
  {
    code: "D17",
    acte: "DEPISTAGE_AMBLYOPIE",
    toutJuste: { ageMois: 9 },
    verdict: "OUI",
    ecarts: [
      ["à 8 mois", { ageMois: 8 }, "NON", "AGE_AMBLYOPIE"],
      ["à 15 mois", { ageMois: 15 }, "OUI", "AGE_AMBLYOPIE"],
      ["à 16 mois", { ageMois: 16 }, "NON", "AGE_AMBLYOPIE"],
    ],
  },
  {
    code: "D23",
    acte: "ORTHESES_PLANTAIRES",
    toutJuste: {},
    verdict: "OUI",
    ecarts: [["la veille de la loi", { le: "2023-05-20" }, "NON", "EN_VIGUEUR"]],
  },
  {
    code: "D25",
    acte: "RENOUVELLEMENT_ERGOTHERAPIE",
    toutJuste: { criteres: ERGOTHERAPIE },
    verdict: "OUI",
    ecarts: autourDesCriteres(ERGOTHERAPIE, {
      PRESCRIPTION_NOMBRE_SEANCES: "NOMBRE_DE_SEANCES",
      DEJA_RENOUVELEE: "UNE_SEULE_FOIS",
      OPPOSITION_PRESCRIPTEUR: "SANS_OPPOSITION",
    }),
  },
  {
    code: "D26",
    acte: "CERTIFICAT_DECES",
    toutJuste: { age: 18, criteres: DECES },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("MAJEURE", { min: 18 }),
      ...autourDesCriteres(DECES, { DECES_LIEU_PUBLIC: "HORS_LIEU_PUBLIC", MORT_VIOLENTE: "MORT_NON_VIOLENTE" }),
    ],
  },
  {
    code: "D27",
    acte: "PROLONGATION_ORDONNANCE_EXPIREE",
    toutJuste: { criteres: EXPIREE },
    verdict: "OUI",
    ecarts: autourDesCriteres(EXPIREE, {
      TRAITEMENT_CHRONIQUE: "TRAITEMENT_CHRONIQUE",
      ORDONNANCE_RENOUVELABLE_EXPIREE: "ORDONNANCE_EXPIREE",
      PRESCRIPTION_3_MOIS: "TROIS_MOIS_PRESCRITS",
      DEJA_PROLONGEE_3_MOIS: "TROIS_MOIS_AU_PLUS",
    }),
  },
  {
    code: "D33",
    acte: "CONSULTATION_INFIRMIERE",
    toutJuste: {},
    verdict: "OUI",
    ecarts: [["avant l'été 2026, dont le jour n'est pas sûr", { le: "2026-06-01" }, "INCONNU", "EN_VIGUEUR"]],
  },
  {
    code: "D34",
    acte: "PRESCRIPTION_INFIRMIERE",
    toutJuste: {},
    verdict: "INCONNU",
    ecarts: [["parce que la liste n'a pas été retrouvée", {}, "INCONNU", "PRODUIT_INSCRIT"]],
  },
  {
    code: "D36",
    acte: "PRISE_EN_CHARGE_PLAIE",
    toutJuste: {},
    verdict: "INCONNU",
    ecarts: [["parce que le décret n'a pas été retrouvé", {}, "INCONNU", "TEXTES_D_APPLICATION"]],
  },
  {
    code: "D40",
    acte: "RENOUVELLEMENT_KINESITHERAPIE",
    toutJuste: { criteres: "+ORDONNANCE_1_AN -OPPOSITION_PRESCRIPTEUR" },
    verdict: "INCONNU",
    ecarts: [
      [
        "avec une ordonnance plus vieille",
        { criteres: "-ORDONNANCE_1_AN -OPPOSITION_PRESCRIPTEUR" },
        "NON",
        "MOINS_D_UN_AN",
      ],
    ],
  },
  {
    code: "D41",
    acte: "RENOUVELLEMENT_ORTHOPHONIE",
    toutJuste: { criteres: "+ORDONNANCE_1_AN -OPPOSITION_PRESCRIPTEUR" },
    verdict: "OUI",
    ecarts: autourDesCriteres("+ORDONNANCE_1_AN -OPPOSITION_PRESCRIPTEUR", {
      ORDONNANCE_1_AN: "MOINS_D_UN_AN",
      OPPOSITION_PRESCRIPTEUR: "SANS_OPPOSITION",
    }),
  },
  {
    code: "D42",
    acte: "IVG_INSTRUMENTALE",
    toutJuste: { criteres: "+GROSSESSE_14_SEMAINES" },
    verdict: "OUI",
    ecarts: autourDesCriteres("+GROSSESSE_14_SEMAINES", { GROSSESSE_14_SEMAINES: "DELAI_LEGAL" }),
  },
  {
    code: "D43",
    acte: "IST_DEPISTAGE_TRAITEMENT",
    toutJuste: { criteres: "+PATIENTE_OU_PARTENAIRE" },
    verdict: "OUI",
    ecarts: autourDesCriteres("+PATIENTE_OU_PARTENAIRE", { PATIENTE_OU_PARTENAIRE: "PATIENTE_OU_PARTENAIRE" }),
  },
  {
    code: "D44",
    acte: "DEPISTAGE_CANCER_COLORECTAL",
    toutJuste: { age: 50, criteres: COLORECTAL },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("AGE", { min: 50, max: 74 }),
      ...autourDesCriteres(COLORECTAL, {
        SYMPTOME_COLORECTAL: "SANS_SYMPTOME",
        TEST_COLORECTAL_2_ANS: "SANS_TEST_RECENT",
      }),
    ],
  },
  {
    code: "D45",
    acte: "DISPENSATION_CONDITIONNELLE_ANGINE",
    toutJuste: { age: 3, criteres: "+ORDONNANCE_CONDITIONNELLE_7_JOURS" },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("AGE_ANGINE", { min: 3 }),
      ...autourDesCriteres("+ORDONNANCE_CONDITIONNELLE_7_JOURS", {
        ORDONNANCE_CONDITIONNELLE_7_JOURS: "ORDONNANCE_ANGINE",
      }),
    ],
  },
  {
    code: "D45",
    acte: "DISPENSATION_CONDITIONNELLE_CYSTITE",
    toutJuste: { age: 16, sexe: "FEMININ", criteres: "+ORDONNANCE_CONDITIONNELLE" },
    verdict: "OUI",
    ecarts: [
      ...autourDeLAge("AGE_CYSTITE", { min: 16, max: 65 }),
      ["avant que la cystite s'y ajoute", { le: "2024-06-18" }, "NON", "CYSTITE_DEPUIS"],
    ],
  },
  {
    code: "D46",
    acte: "VACCINATION_GRIPPE",
    toutJuste: { age: 11 },
    verdict: "INCONNU",
    ecarts: [["à 10 ans", { age: 10 }, "NON", "AGE_MINIMUM"]],
  },
  {
    code: "D48",
    acte: "ASSISTANCE_DENTAIRE_NIVEAU_2",
    toutJuste: {},
    verdict: "INCONNU",
    ecarts: [["parce que le décret n'a pas été retrouvé", {}, "INCONNU", "DECRET"]],
  },
  {
    code: "D49",
    acte: "CONTRACEPTIF_DISPENSATION_SUPPLEMENTAIRE",
    toutJuste: { sexe: "FEMININ", criteres: PILULE },
    verdict: "OUI",
    ecarts: autourDesCriteres(PILULE, {
      ORDONNANCE_1_AN: "MOINS_D_UN_AN",
      CONTRACEPTIF_PROLONGE_6_MOIS: "SIX_MOIS_AU_PLUS",
    }),
  },
  {
    code: "D50",
    acte: "AIDES_TECHNIQUES_ERGOTHERAPIE",
    toutJuste: { criteres: "+ERGOTHERAPIE_PRESCRITE -OPPOSITION_PRESCRIPTEUR" },
    verdict: "OUI",
    ecarts: autourDesCriteres("+ERGOTHERAPIE_PRESCRITE -OPPOSITION_PRESCRIPTEUR", {
      ERGOTHERAPIE_PRESCRITE: "ERGOTHERAPIE_PRESCRITE",
    }),
  },
  {
    code: "D51",
    acte: "SUBSTITUTION_BIOSIMILAIRE",
    toutJuste: { criteres: "-OPPOSITION_PRESCRIPTEUR" },
    verdict: "OUI",
    ecarts: autourDesCriteres("-OPPOSITION_PRESCRIPTEUR", { OPPOSITION_PRESCRIPTEUR: "SANS_OPPOSITION" }),
  },
  {
    code: "D52",
    acte: "IMAGERIE_PAR_MANIPULATEUR",
    toutJuste: { criteres: "+IMAGERIE_PRESCRITE" },
    verdict: "OUI",
    ecarts: autourDesCriteres("+IMAGERIE_PRESCRITE", { IMAGERIE_PRESCRITE: "PRESCRIPTION" }),
  },
  {
    code: "D53",
    acte: "RENOUVELLEMENT_CONTRACEPTIF",
    toutJuste: { sexe: "FEMININ", criteres: PILULE },
    verdict: "INCONNU",
    ecarts: [
      ["déjà renouvelée", { criteres: "+ORDONNANCE_1_AN +CONTRACEPTIF_PROLONGE_6_MOIS" }, "NON", "UNE_SEULE_FOIS"],
    ],
  },
];
