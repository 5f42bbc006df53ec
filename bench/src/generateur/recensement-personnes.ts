/**
 * How many people of each profession in the country, in thousands: orders of magnitude rounded by hand from what is
 * publicly known of the French health professions. They are not statistics, nothing is deduced from them: they only give
 * searches the skew that they would meet.
 */
export interface GenreDePersonne {
  readonly profession: string;
  readonly libelle: string;
  readonly milliers: number;
  /** Savoir-faire, each with its weight; empty: none. */
  readonly savoirFaire: readonly (readonly [code: string, poids: number])[];
  /** Odds of practising first in a structure of this kind; what remains has its own office. */
  readonly lieux: readonly (readonly [lieu: Lieu, chance: number])[];
}

export type Lieu = "HOPITAL" | "MSP" | "CENTRE" | "OFFICINE" | "EHPAD" | "DOMICILE" | "LABORATOIRE" | "SOCIAL";

/** The FINESS categories of a place of work, and the sector that the RPPS writes for it. */
export const LIEUX: Readonly<
  Record<Lieu, { readonly categories: readonly string[]; readonly secteur: readonly [code: string, libelle: string] }>
> = {
  HOPITAL: { categories: ["101", "355", "292", "365", "109"], secteur: ["SA01", "Etablissement public de santé"] },
  MSP: { categories: ["603"], secteur: ["SA52", "Maison de santé ou Pôle de santé"] },
  CENTRE: { categories: ["124"], secteur: ["SA05", "Centre de santé"] },
  OFFICINE: { categories: ["620"], secteur: ["SA33", "Pharmacie d'officine"] },
  EHPAD: { categories: ["500"], secteur: ["SA17", "Etablissement pour personnes âgées"] },
  DOMICILE: { categories: ["354", "460"], secteur: ["SA16", "Etablissement pour personnes handicapées"] },
  LABORATOIRE: { categories: ["611"], secteur: ["SA25", "Laboratoire de biologie médicale"] },
  SOCIAL: { categories: ["182", "183", "156", "255"], secteur: ["SA16", "Etablissement pour personnes handicapées"] },
};

/** Own office: alone, in a group, in a company. */
export const CABINETS: readonly (readonly [secteur: readonly [code: string, libelle: string], poids: number])[] = [
  [["SA07", "Cabinet individuel"], 60],
  [["SA08", "Cabinet de groupe"], 30],
  [["SA09", "Exercice en société"], 10],
];

const GENERALISTE = [
  ["SM54", 34],
  ["SM53", 33],
  ["SM26", 33],
] as const;
const SPECIALITES = [
  ["SM02", 11],
  ["SM04", 7],
  ["SM42", 15],
  ["SM40", 8],
  ["SM38", 6],
  ["SM20", 6],
  ["SM15", 4],
  ["SM24", 4],
  ["SM41", 3],
  ["SM32", 3],
  ["SM48", 3],
  ["SM18", 4],
  ["SM08", 4],
  ["SM05", 3],
  ["SM01", 2],
  ["SM03", 3],
] as const;

const genre = (
  profession: string,
  libelle: string,
  milliers: number,
  lieux: GenreDePersonne["lieux"],
  savoirFaire: GenreDePersonne["savoirFaire"] = [],
): GenreDePersonne => ({ profession, libelle, milliers, lieux, savoirFaire });

export const PERSONNES: readonly GenreDePersonne[] = [
  genre(
    "10",
    "Médecin",
    100,
    [
      ["MSP", 0.16],
      ["CENTRE", 0.07],
      ["HOPITAL", 0.2],
      ["EHPAD", 0.02],
    ],
    GENERALISTE,
  ),
  genre(
    "10",
    "Médecin",
    135,
    [
      ["HOPITAL", 0.55],
      ["CENTRE", 0.04],
      ["MSP", 0.01],
    ],
    SPECIALITES,
  ),
  genre("60", "Infirmier", 640, [
    ["HOPITAL", 0.58],
    ["EHPAD", 0.08],
    ["MSP", 0.03],
    ["CENTRE", 0.02],
    ["DOMICILE", 0.03],
  ]),
  genre(
    "60",
    "Infirmier",
    4,
    [
      ["HOPITAL", 0.55],
      ["MSP", 0.3],
    ],
    [
      ["SI01", 55],
      ["SI02", 15],
      ["SI03", 7],
      ["SI04", 20],
      ["SI05", 3],
    ],
  ),
  genre("35", "Aide-soignant", 430, [
    ["HOPITAL", 0.5],
    ["EHPAD", 0.38],
    ["DOMICILE", 0.1],
  ]),
  genre("70", "Masseur-Kinésithérapeute", 110, [
    ["HOPITAL", 0.12],
    ["MSP", 0.08],
    ["EHPAD", 0.02],
  ]),
  genre("21", "Pharmacien", 76, [
    ["OFFICINE", 0.72],
    ["HOPITAL", 0.1],
    ["LABORATOIRE", 0.1],
  ]),
  genre("39", "Préparateur en pharmacie", 70, [["OFFICINE", 0.92]]),
  genre("37", "Auxiliaire de puériculture", 60, [["HOPITAL", 0.5]]),
  genre(
    "40",
    "Chirurgien-Dentiste",
    48,
    [
      ["CENTRE", 0.1],
      ["HOPITAL", 0.03],
      ["MSP", 0.03],
    ],
    [
      ["", 92],
      ["SCD01", 6],
      ["SCD02", 2],
    ],
  ),
  genre("28", "Opticien-Lunetier", 48, []),
  genre("98", "Manipulateur ERM", 42, [["HOPITAL", 0.75]]),
  genre("86", "Technicien de labo médical", 45, [
    ["LABORATOIRE", 0.55],
    ["HOPITAL", 0.44],
  ]),
  genre("31", "Assistant dentaire", 25, [["CENTRE", 0.12]]),
  genre("91", "Orthophoniste", 29, [
    ["MSP", 0.08],
    ["HOPITAL", 0.06],
    ["SOCIAL", 0.08],
  ]),
  genre("50", "Sage-Femme", 25, [
    ["HOPITAL", 0.6],
    ["MSP", 0.06],
  ]),
  genre("94", "Ergothérapeute", 18, [
    ["HOPITAL", 0.5],
    ["SOCIAL", 0.25],
    ["EHPAD", 0.1],
  ]),
  genre("95", "Diététicien", 17, [
    ["HOPITAL", 0.35],
    ["MSP", 0.06],
  ]),
  genre("96", "Psychomotricien", 17, [
    ["HOPITAL", 0.3],
    ["SOCIAL", 0.35],
  ]),
  genre("80", "Pédicure-Podologue", 15, [["MSP", 0.07]]),
  genre("92", "Orthoptiste", 7, [["CENTRE", 0.06]]),
  genre("26", "Audioprothésiste", 6, []),
];
