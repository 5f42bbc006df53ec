import type { NumeroNational } from "./point-entree.type.ts";

/** National numbers that come before any referral. Source: ARS guide for elected people (S071, S089) ; « 15 = urgence et SAS » (S191). */
export const NUMEROS_NATIONAUX: readonly NumeroNational[] = [
  { numero: "15", libelle: "SAMU", quand: "Urgence vitale, de jour comme de nuit." },
  {
    numero: "15",
    libelle: "Service d'accès aux soins (SAS)",
    quand: "Besoin de soins non programmé, quand aucune solution de proximité n'a pu être trouvée.",
  },
  {
    numero: "3114",
    libelle: "Numéro national de prévention du suicide",
    quand: "Idées suicidaires, ou inquiétude pour un proche.",
  },
];
