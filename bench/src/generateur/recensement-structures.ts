/**
 * How many establishments of each category in the country, in hundreds: orders of magnitude like those of the people
 * (`recensement-personnes.ts`), rounded by hand, and no more statistics than they are.
 */
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
