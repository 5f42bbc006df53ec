export {
  findGenreActivite,
  findModeExercice,
  findSecteur,
  genreSoignant,
  nomenclatureDesGenres,
  nomenclatureDesModes,
  nomenclatureDesSecteurs,
  secteurExclu,
  typeDeSecteur,
} from "./activite.ts";
export {
  type Agregat,
  agregats,
  type Categorie,
  categories,
  findCategorie,
  nomenclatureDesCategories,
} from "./categories.ts";
export { developperCodes } from "./developper.ts";
export {
  CODES_IPA,
  CODES_MEDECINE_GENERALE,
  type FamilleDeSavoirFaire,
  famillesDeSavoirFaire,
  findFamille,
  MEDECINE_GENERALE,
} from "./familles.ts";
export { findHabilitation, habilitations } from "./habilitations.ts";
export {
  codeInseeValide,
  departementDeCommune,
  finessValide,
  normaliserRpps,
  rppsValide,
  siretValide,
} from "./identifiants.ts";
export { findListe, type Liste, listes } from "./listes.ts";
export type { Nomenclature, Valeur } from "./nomenclature.ts";
export {
  findProfession,
  nomenclaturesDesProfessions,
  type Profession,
  professions,
  rechercherProfessions,
} from "./professions.ts";
export { estUnRayon, RAYON_HORS_BORNES, RAYON_KM } from "./rayon.ts";
export type { ValeurCherchable } from "./recherche.ts";
export {
  estIpa,
  estMedecinGeneraliste,
  findSavoirFaire,
  nomenclatureDesSavoirFaire,
  rechercherSavoirFaire,
  type SavoirFaire,
  savoirFaireDeProfession,
} from "./savoir-faire.ts";
export { type TypeStructure, typeDeStructure } from "./type-structure.ts";
export { findTypeOffre } from "./types-offre.ts";
