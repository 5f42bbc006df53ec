/**
 * How many of each in the demonstration, per 100,000 inhabitants: rounded orders of magnitude of a French territory,
 * chosen so that searches look true to life. They are not statistics and nothing is computed from them.
 */
export interface GenreDeStructure {
  readonly categorie: string;
  readonly libelle: string;
  readonly pour100000: number;
  readonly noms: readonly string[];
}

export const STRUCTURES: readonly GenreDeStructure[] = [
  { categorie: "620", libelle: "Pharmacie d'Officine", pour100000: 30, noms: ["PHARMACIE"] },
  { categorie: "603", libelle: "Maison de santé (L.6223-3)", pour100000: 2.5, noms: ["MAISON DE SANTE", "MSP"] },
  { categorie: "124", libelle: "Centre de Santé", pour100000: 3.5, noms: ["CENTRE DE SANTE"] },
  {
    categorie: "500",
    libelle: "Etablissement d'hébergement pour personnes âgées dépendantes",
    pour100000: 11,
    noms: ["EHPAD", "RESIDENCE"],
  },
  { categorie: "611", libelle: "Laboratoire de Biologie Médicale", pour100000: 6, noms: ["LABORATOIRE"] },
  { categorie: "354", libelle: "Service de Soins Infirmiers A Domicile (S.S.I.A.D)", pour100000: 3, noms: ["SSIAD"] },
  { categorie: "460", libelle: "Service autonomie aide (SAA)", pour100000: 12, noms: ["AIDE A DOMICILE"] },
  { categorie: "156", libelle: "Centre Médico-Psychologique (C.M.P.)", pour100000: 4, noms: ["CMP"] },
  { categorie: "355", libelle: "Centre Hospitalier (C.H.)", pour100000: 1.5, noms: ["CENTRE HOSPITALIER"] },
  { categorie: "617", libelle: "Maison médicale de garde (MMG)", pour100000: 0.6, noms: ["MAISON MEDICALE DE GARDE"] },
];

export interface GenreDePersonne {
  readonly profession: string;
  readonly libelle: string;
  readonly pour100000: number;
  /** Savoir-faire codes drawn at equal odds; empty: none. */
  readonly savoirFaire: readonly string[];
  /** Odds of practising in an MSP, then in a centre de santé; the others have their own office. */
  readonly enMsp: number;
  readonly enCentre: number;
}

const GENERALISTE = ["SM54", "SM53", "SM26"] as const;
const SPECIALITES = ["SM04", "SM15", "SM20", "SM32", "SM38", "SM40", "SM41", "SM42", "SM48", "SM18", "SM24"] as const;

export const PERSONNES: readonly GenreDePersonne[] = [
  { profession: "10", libelle: "Médecin", pour100000: 85, savoirFaire: GENERALISTE, enMsp: 0.22, enCentre: 0.06 },
  { profession: "10", libelle: "Médecin", pour100000: 60, savoirFaire: SPECIALITES, enMsp: 0.01, enCentre: 0.05 },
  { profession: "60", libelle: "Infirmier", pour100000: 150, savoirFaire: [], enMsp: 0.12, enCentre: 0.04 },
  { profession: "60", libelle: "Infirmier", pour100000: 2, savoirFaire: ["SI01", "SI04"], enMsp: 0.7, enCentre: 0.2 },
  {
    profession: "70",
    libelle: "Masseur-Kinésithérapeute",
    pour100000: 110,
    savoirFaire: [],
    enMsp: 0.1,
    enCentre: 0.02,
  },
  { profession: "40", libelle: "Chirurgien-Dentiste", pour100000: 60, savoirFaire: [], enMsp: 0.03, enCentre: 0.06 },
  { profession: "50", libelle: "Sage-Femme", pour100000: 12, savoirFaire: [], enMsp: 0.2, enCentre: 0.03 },
  { profession: "91", libelle: "Orthophoniste", pour100000: 35, savoirFaire: [], enMsp: 0.15, enCentre: 0.02 },
  { profession: "92", libelle: "Orthoptiste", pour100000: 4, savoirFaire: [], enMsp: 0.1, enCentre: 0.05 },
  { profession: "80", libelle: "Pédicure-Podologue", pour100000: 20, savoirFaire: [], enMsp: 0.15, enCentre: 0.02 },
  { profession: "94", libelle: "Ergothérapeute", pour100000: 6, savoirFaire: [], enMsp: 0.1, enCentre: 0.02 },
  { profession: "95", libelle: "Diététicien", pour100000: 5, savoirFaire: [], enMsp: 0.2, enCentre: 0.02 },
  { profession: "96", libelle: "Psychomotricien", pour100000: 4, savoirFaire: [], enMsp: 0.1, enCentre: 0.02 },
];

/** Pharmacists practise in a pharmacy: so many each, at least. */
export const PHARMACIENS_PAR_OFFICINE = 2;
