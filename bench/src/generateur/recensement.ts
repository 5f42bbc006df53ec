/**
 * How many of each in the country, in thousands: orders of magnitude rounded by hand from what is publicly known of the
 * French health professions and establishments. They are not statistics, nothing is deduced from them: they only give
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

export interface GenreDeStructure {
  readonly categorie: string;
  readonly libelle: string;
  readonly centaines: number;
  readonly noms: readonly string[];
  /** How many people work there, against another of the same place of work. */
  readonly taille?: number;
}

export const STRUCTURES: readonly GenreDeStructure[] = [
  { categorie: "620", libelle: "Pharmacie d'Officine", centaines: 200, noms: ["PHARMACIE", "GRANDE PHARMACIE"] },
  { categorie: "460", libelle: "Service autonomie aide (SAA)", centaines: 120, noms: ["AIDE A DOMICILE", "SAAD"] },
  {
    categorie: "500",
    libelle: "Etablissement d'hébergement pour personnes âgées dépendantes",
    centaines: 75,
    noms: ["EHPAD", "RESIDENCE"],
  },
  { categorie: "611", libelle: "Laboratoire de Biologie Médicale", centaines: 45, noms: ["LABORATOIRE", "LBM"] },
  { categorie: "156", libelle: "Centre Médico-Psychologique (C.M.P.)", centaines: 35, noms: ["CMP"] },
  { categorie: "124", libelle: "Centre de Santé", centaines: 30, noms: ["CENTRE DE SANTE", "CENTRE MEDICAL"] },
  { categorie: "603", libelle: "Maison de santé (L.6223-3)", centaines: 27, noms: ["MAISON DE SANTE", "MSP"] },
  { categorie: "202", libelle: "Résidences autonomie", centaines: 23, noms: ["RESIDENCE AUTONOMIE"] },
  { categorie: "354", libelle: "Service de Soins Infirmiers A Domicile (S.S.I.A.D)", centaines: 21, noms: ["SSIAD"] },
  { categorie: "182", libelle: "Service d'Éducation Spéciale et de Soins à Domicile", centaines: 20, noms: ["SESSAD"] },
  {
    categorie: "246",
    libelle: "Etablissement et Service d'Aide par le Travail (E.S.A.T.)",
    centaines: 15,
    noms: ["ESAT"],
  },
  { categorie: "183", libelle: "Institut Médico-Educatif (I.M.E.)", centaines: 13, noms: ["IME"] },
  { categorie: "177", libelle: "Maison d'Enfants à Caractère Social", centaines: 12, noms: ["MECS"] },
  {
    categorie: "365",
    libelle: "Etablissement de Soins Pluridisciplinaire",
    centaines: 10,
    noms: ["CLINIQUE", "POLYCLINIQUE"],
    taille: 5,
  },
  {
    categorie: "355",
    libelle: "Centre Hospitalier (C.H.)",
    centaines: 10,
    noms: ["CENTRE HOSPITALIER", "HOPITAL"],
    taille: 20,
  },
  {
    categorie: "109",
    libelle: "Etablissement de santé privé autorisé en SSR",
    centaines: 9,
    noms: ["CLINIQUE SSR", "CENTRE DE READAPTATION"],
    taille: 2,
  },
  { categorie: "255", libelle: "Maison d'Accueil Spécialisée (M.A.S.)", centaines: 7, noms: ["MAS"] },
  {
    categorie: "292",
    libelle: "Centre Hospitalier Spécialisé lutte Maladies Mentales",
    centaines: 6,
    noms: ["CHS"],
    taille: 8,
  },
  { categorie: "617", libelle: "Maison médicale de garde (MMG)", centaines: 4, noms: ["MAISON MEDICALE DE GARDE"] },
  { categorie: "101", libelle: "Centre Hospitalier Régional (C.H.R.)", centaines: 2, noms: ["CHU", "CHR"], taille: 90 },
  { categorie: "698", libelle: "Autre Etablissement Loi Hospitalière", centaines: 40, noms: ["ETABLISSEMENT"] },
  { categorie: "219", libelle: "Autre Centre d'Accueil", centaines: 60, noms: ["CENTRE D'ACCUEIL", "ACCUEIL DE JOUR"] },
  { categorie: "462", libelle: "Lieux de Vie et d'Accueil", centaines: 60, noms: ["LIEU DE VIE"] },
  { categorie: "258", libelle: "Maisons Relais - Pensions de Famille", centaines: 60, noms: ["MAISON RELAIS"] },
  {
    categorie: "186",
    libelle: "Institut Thérapeutique Éducatif et Pédagogique (I.T.E.P.)",
    centaines: 46,
    noms: ["ITEP"],
  },
  { categorie: "446", libelle: "Service d'Accompagnement à la Vie Sociale (S.A.V.S.)", centaines: 50, noms: ["SAVS"] },
  { categorie: "223", libelle: "Protection Maternelle et Infantile (P.M.I.)", centaines: 50, noms: ["PMI"] },
  {
    categorie: "197",
    libelle: "Centre soins accompagnement prévention addictologie (CSAPA)",
    centaines: 43,
    noms: ["CSAPA"],
  },
];

/** A CPTS is drawn for each grouping of communes, apart: category 604. */
export const CPTS = {
  categorie: "604",
  libelle: "Communautés professionnelles territoriales de santé (CPTS)",
} as const;
