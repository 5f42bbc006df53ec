import { autourDesCriteres, type CasDeDelegation } from "./personne-de-cas.ts";

const GRIPPE_2017 = "+CIBLE_VACCINATION_GRIPPE -GROSSESSE -PREMIERE_VACCINATION_GRIPPE";
const LUNETTES_EHPAD = "+RESIDENT_EHPAD +ORDONNANCE_LUNETTES_VALIDE -OPPOSITION_PRESCRIPTEUR";

/** L'accès direct, la pratique avancée et les expérimentations. */
export const ACCES_ET_EXPERIMENTATIONS: readonly CasDeDelegation[] = [
  ...[
    ["D19", "CONSULTATION_IPA", "2025-01-21"],
    ["D20", "PRIMO_PRESCRIPTION_IPA", "2025-04-30"],
    ["D22", "ORTHOPHONIE_SANS_PRESCRIPTION", "2023-05-20"],
    ["D37", "CONSULTATION_IPA_URGENCES", "2025-01-21"],
  ].map(
    ([code = "", acte = "", veille = ""]): CasDeDelegation => ({
      code,
      acte,
      toutJuste: {},
      verdict: "OUI",
      ecarts: [["la veille du texte", { le: veille }, "NON", "EN_VIGUEUR"]],
    }),
  ),
  {
    code: "D21",
    acte: "KINESITHERAPIE_SANS_PRESCRIPTION",
    toutJuste: { criteres: "-HUIT_SEANCES_FAITES" },
    verdict: "OUI",
    ecarts: autourDesCriteres("-HUIT_SEANCES_FAITES", { HUIT_SEANCES_FAITES: "HUIT_SEANCES" }),
  },
  {
    code: "D24",
    acte: "PREVENTION_PIED_DIABETIQUE",
    toutJuste: { criteres: "+DIABETE" },
    verdict: "OUI",
    ecarts: autourDesCriteres("+DIABETE", { DIABETE: "DIABETE" }),
  },
  {
    code: "D28",
    acte: "VACCINATION_GRIPPE",
    toutJuste: { age: 18, sexe: "FEMININ", criteres: GRIPPE_2017, le: "2017-12-01" },
    // Entered from sources to be verified: never OUI, even then.
    verdict: "INCONNU",
    ecarts: [
      ["à 17 ans", { age: 17 }, "NON", "ADULTE"],
      ["aujourd'hui, où elle est éteinte", { le: "2026-11-22" }, "NON", "EN_VIGUEUR"],
      ["à Paris", { codeInsee: "75056" }, "NON", "AUVERGNE_RHONE_ALPES"],
      ["à une femme enceinte", { criteres: GRIPPE_2017.replace("-GROSSESSE", "+GROSSESSE") }, "NON", "SANS_GROSSESSE"],
      [
        "à une personne jamais vaccinée",
        { criteres: GRIPPE_2017.replace("-PREMIERE", "+PREMIERE") },
        "NON",
        "DEJA_VACCINEE",
      ],
    ],
  },
  {
    code: "D31",
    acte: "KINESITHERAPIE_SANS_PRESCRIPTION",
    toutJuste: { criteres: "-HUIT_SEANCES_FAITES", le: "2025-07-15" },
    verdict: "OUI",
    ecarts: [
      ["à Paris, qui n'est pas retenu", { codeInsee: "75056" }, "NON", "DEPARTEMENTS"],
      ["la veille", { le: "2025-07-14" }, "NON", "EN_VIGUEUR"],
      ["son dernier jour", { le: "2030-07-14" }, "OUI", "EN_VIGUEUR"],
      ["le lendemain de sa fin", { le: "2030-07-15" }, "NON", "EN_VIGUEUR"],
    ],
  },
  {
    code: "D35",
    acte: "ACTES_INFIRMIERS_ACCES_DIRECT",
    toutJuste: {},
    verdict: "INCONNU",
    ecarts: [["parce que les départements ne sont pas désignés", {}, "INCONNU", "DEPARTEMENTS"]],
  },
  {
    code: "D38",
    acte: "CONSULTATION_IPA_ENFANCE",
    toutJuste: { age: 4 },
    verdict: "INCONNU",
    ecarts: [["parce que les décrets n'ont pas été lus", {}, "INCONNU", "DECRETS"]],
  },
  {
    code: "D39",
    acte: "PRATIQUE_AVANCEE_DE_SPECIALITE",
    toutJuste: {},
    verdict: "INCONNU",
    ecarts: [["parce que le décret n'a pas été lu", {}, "INCONNU", "CONDITIONS_DU_DECRET"]],
  },
  {
    code: "D47",
    acte: "RENOUVELLEMENT_LUNETTES",
    toutJuste: { age: 85, criteres: LUNETTES_EHPAD, codeInsee: "45234", le: "2022-06-01" },
    verdict: "INCONNU",
    ecarts: [
      ["aujourd'hui, où elle est éteinte", { le: "2026-11-22" }, "NON", "EN_VIGUEUR"],
      ["dans le Rhône", { codeInsee: "69123" }, "NON", "REGIONS"],
      ["hors d'un EHPAD", { criteres: LUNETTES_EHPAD.replace("+RESIDENT", "-RESIDENT") }, "NON", "RESIDENT_EHPAD"],
    ],
  },
];
