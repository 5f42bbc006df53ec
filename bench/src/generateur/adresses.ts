import type { Hasard, PersonneDemo } from "@coordination/tools";

const TYPES = [
  ["R", "Rue"],
  ["R", "Rue"],
  ["R", "Rue"],
  ["AV", "Avenue"],
  ["BD", "Boulevard"],
  ["PL", "Place"],
  ["CHE", "Chemin"],
  ["IMP", "Impasse"],
] as const;

const NOMS = (
  "DE LA REPUBLIQUE;DES TILLEULS;DU LAVOIR;JEAN JAURES;DE LA GARE;DE L'EGLISE;DU MARCHE;DES VIGNES;DU VIEUX PUITS;" +
  "VICTOR HUGO;DU MOULIN;DES ECOLES;PASTEUR;DE LA MAIRIE;DU CHATEAU;DES LILAS;DU STADE;SAINT-ROCH;DES ALPES;DE VERDUN;" +
  "DU GENERAL LECLERC;DES ACACIAS;DE LA FONTAINE;DES JARDINS;GAMBETTA;DU 8 MAI 1945;DES CHENES;DE LA PAIX;DU PORT;VOLTAIRE"
).split(";");

/** Draws streets that any town has. */
export const createTirageDAdresse = (hasard: Hasard) => (): PersonneDemo["voie"] => {
  const [code, libelle] = hasard.parmi(TYPES);
  return { numero: 1 + hasard.entier(150), code, libelle, nom: hasard.parmi(NOMS) };
};
